// Sharing an article: the system's share sheet where there is one, copying the address, printing. The link to send it
// by mail is plain HTML and needs none of this.
const place = document.querySelector("[data-share]");

const offer = (name, possible, act) => {
  const button = place.querySelector(`[data-share-${name}]`);
  if (!possible) return;
  button.addEventListener("click", () => act(button));
  button.hidden = false;
};

const openSheet = async () => {
  try {
    await navigator.share({ title: place.dataset.title, url: place.dataset.share });
  } catch {
    // Closed without sharing.
  }
};

const copy = async (button) => {
  await navigator.clipboard.writeText(place.dataset.share);
  const label = button.textContent;
  button.textContent = button.dataset.done;
  place.querySelector("[data-share-status]").textContent = button.dataset.done;
  setTimeout(() => (button.textContent = label), 2000);
};

if (place) {
  offer("sheet", "share" in navigator, openSheet);
  offer("copy", "clipboard" in navigator, copy);
  offer("print", true, () => print());
}
