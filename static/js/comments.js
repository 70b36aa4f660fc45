// Adds to readers' forms: they count characters and are sent once; the one under an article, which says whose
// it is, remembers what is being typed. Everything works without it.

const DRAFT = "toa-soan:binh-luan:";
const UNSEEN = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{Cs}]/u;

const storage = (() => {
  try {
    return window.localStorage;
  } catch {
    return null; // private windows may forbid it
  }
})();

function keep(key, form) {
  if (!key) return;
  const typed = { text: form.elements.text.value, name: form.elements.name.value };
  try {
    if (typed.text) storage?.setItem(key, JSON.stringify(typed));
    else storage?.removeItem(key);
  } catch {
    // the storage is full: the words are still in the form
  }
}

function restore(key, form) {
  if (!key) return;
  try {
    const typed = JSON.parse(storage?.getItem(key) ?? "{}");
    form.elements.text.value ||= typed.text ?? "";
    form.elements.name.value ||= typed.name ?? "";
  } catch {
    storage?.removeItem(key);
  }
}

// What a person would count, as the server does: marks, format and control characters take no place.
function visibleLength(text) {
  return [...text.trim().normalize("NFC")].filter((letter) => letter === "\n" || !UNSEEN.test(letter)).length;
}

for (const form of document.querySelectorAll("[data-comment-form]")) {
  const key = form.dataset.commentForm && DRAFT + form.dataset.commentForm;
  const text = form.querySelector("textarea");
  const count = form.querySelector("[data-comment-count]");
  const button = form.querySelector("button[type=submit]");
  const show = () => {
    const length = visibleLength(text.value);
    count.hidden = length === 0;
    count.textContent = count.dataset.commentCount.replace("{}", length.toLocaleString("vi-VN"));
  };
  restore(key, form);
  show();
  form.addEventListener("input", () => {
    keep(key, form);
    show();
  });
  form.addEventListener("submit", () => {
    button.disabled = true;
  });
  // A page that comes back out of the browser's memory must be able to send again.
  window.addEventListener("pageshow", () => {
    button.disabled = false;
  });
}

for (const sent of document.querySelectorAll("[data-comment-sent]")) {
  storage?.removeItem(DRAFT + sent.dataset.commentSent);
}
