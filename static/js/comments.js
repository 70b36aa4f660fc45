// Adds to readers' forms: they count characters and are sent once; the one under an article, which says whose
// it is, remembers what is being typed. Everything works without it.

import { recall, remember, storage } from "./this-browser.js";

const DRAFT = "toa-soan:binh-luan:";
const NEARLY_FULL = 0.1; // of the limit: then it says how much is left
const UNSEEN = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{Cs}]/u;

function keep(key, form) {
  if (!key) return;
  const typed = { text: form.elements.text.value, name: form.elements.name.value };
  if (typed.text) remember(key, typed);
  else storage?.removeItem(key);
}

function restore(key, form) {
  if (!key) return;
  const typed = recall(key, {});
  form.elements.text.value ||= typed.text ?? "";
  form.elements.name.value ||= typed.name ?? "";
}

// What a person would count, as the server does: marks, format and control characters take no place.
function visibleLength(text) {
  return [...text.trim().normalize("NFC")].filter((letter) => letter === "\n" || !UNSEEN.test(letter)).length;
}

// "12 ký tự", near the limit also how many are left, beyond it how many too many.
function told(length, words) {
  const longest = Number(words.commentLongest);
  const left = longest - length;
  const sentence = left < 0 ? words.commentOver : left <= longest * NEARLY_FULL ? words.commentLeft : words.commentCount;
  const number = (value) => value.toLocaleString("vi-VN");
  return sentence.replace("{}", number(length)).replace("{left}", number(left)).replace("{over}", number(-left));
}

for (const form of document.querySelectorAll("[data-comment-form]")) {
  const key = form.dataset.commentForm && DRAFT + form.dataset.commentForm;
  const text = form.querySelector("textarea");
  const count = form.querySelector("[data-comment-count]");
  const button = form.querySelector("button[type=submit]");
  const show = () => {
    const length = visibleLength(text.value);
    count.hidden = length === 0;
    count.textContent = told(length, count.dataset);
    count.classList.toggle("over", length > Number(count.dataset.commentLongest));
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
