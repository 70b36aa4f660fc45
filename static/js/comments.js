// Adds to the comment form: it remembers what is being typed, counts characters, and is sent once.
// Everything works without it.

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
  const typed = { text: form.elements.text.value, name: form.elements.name.value };
  try {
    if (typed.text) storage?.setItem(key, JSON.stringify(typed));
    else storage?.removeItem(key);
  } catch {
    // the storage is full: the words are still in the form
  }
}

function restore(key, form) {
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
  const key = DRAFT + form.dataset.commentForm;
  const count = form.querySelector("[data-comment-count]");
  const button = form.querySelector("button[type=submit]");
  const show = () => {
    const length = visibleLength(form.elements.text.value);
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
