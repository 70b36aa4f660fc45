// Tells the paper that this article is being read, once, after it has been before the reader's eyes for a while. Nothing is
// sent about the reader, and nothing is kept here.
const LONG_ENOUGH = 5000; // milliseconds in sight
const article = document.querySelector("[data-read]");

let seen = 0;
let since = null;
let timer = null;

const tell = () => {
  document.removeEventListener("visibilitychange", look);
  navigator.sendBeacon(article.dataset.read);
};

function look() {
  clearTimeout(timer);
  if (document.visibilityState === "visible") {
    since = performance.now();
    timer = setTimeout(tell, LONG_ENOUGH - seen);
  } else if (since !== null) {
    seen += performance.now() - since;
    since = null;
  }
}

if (article && "sendBeacon" in navigator) {
  document.addEventListener("visibilitychange", look);
  look();
}
