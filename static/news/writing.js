/* The article's form as its scripts see it: what is typed, how one posts, what one tells the others. */
import { random } from "../js/this-browser.js";

export const place = document.querySelector("[data-writing]");
export const form = place && document.getElementById(place.dataset.form);
export const part = (name) => place.querySelector(`[data-part="${name}"]`);

/* Scripts talk by events on the form; each works without the others. */
export const tell = (name, detail = {}) => form.dispatchEvent(new CustomEvent(`desk:${name}`, { detail }));
export const hear = (name, act) => form.addEventListener(`desk:${name}`, (event) => act(event.detail));

export const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
export const clock = (moment, exact = {}) => {
  const then = new Date(moment);
  const time = then.toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit", ...exact });
  return then.toDateString() === new Date().toDateString() ? time : `${time}, ${then.toLocaleDateString("vi-VN")}`;
};

export const editors = () =>
  Object.values(window.CKEDITOR?.instances ?? {}).filter((editor) => form.contains(editor.element.$));
export const whenEditorsAre = (act) => {
  editors().filter((editor) => editor.status === "ready").forEach(act);
  window.CKEDITOR?.on("instanceReady", ({ editor }) => editors().includes(editor) && act(editor));
};

/* Rows that belong to the text, each with the field that names what it is about. */
export const ROWS = { bylines: "author", galleries: "gallery", attachments: "attachment" };
export const isOurRow = (name) => new RegExp(`^(${Object.keys(ROWS).join("|")})-\\d+-`).test(name);

/* What other apps keep beside an article, and files, go with the button alone. */
const ROW_OF_OTHERS = /^\w+-\d+-/;
const isText = (name) =>
  !["csrfmiddlewaretoken", "seen"].includes(name) && !name.startsWith("_") && !name.includes("__prefix__") &&
  (isOurRow(name) || !ROW_OF_OTHERS.test(name));
const valuesOf = (field) => {
  if (field.tagName === "SELECT") return [...field.selectedOptions].map((option) => option.value);
  return ["checkbox", "radio"].includes(field.type) && !field.checked ? [] : [field.value];
};
/* Pairs of name and value, also of fields that are locked for looking: a form's own list leaves those out. */
export const typed = () => {
  editors().forEach((editor) => editor.status === "ready" && editor.updateElement());
  const fields = [...form.elements].filter((field) => field.matches("input:not([type=file]), select, textarea") && field.name && isText(field.name));
  return fields.flatMap((field) => valuesOf(field).map((value) => [field.name, value]));
};

/* A tab's name, by which it keeps the pen when it is loaded anew. It lies in the storage only while no page of the tab is
   open: a tab that is copied gets one of its own. So does each new article, whose draft the server knows by it. */
const WINDOW = "toa-soan-cua-so";
const taken = () => {
  const known = sessionStorage.getItem(WINDOW);
  sessionStorage.removeItem(WINDOW);
  if (known && place.dataset.article) return known;
  return random();
};
export const tab = place ? taken() : "";
if (place) {
  form.autocomplete = "off"; // a browser that brings back unsaved words by itself would make them pass for saved ones
  window.addEventListener("pagehide", () => sessionStorage.setItem(WINDOW, tab));
  window.addEventListener("pageshow", () => sessionStorage.removeItem(WINDOW));
}

/* Signing in again changes the token: the cookie has the new one. */
export const renewToken = () => {
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
  if (token) document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((field) => { field.value = token; });
  return document.querySelector("[name=csrfmiddlewaretoken]").value;
};

/* The status and what was said; throws where no answer came. */
export const post = async (address, values, { keepalive = false } = {}) => {
  const body = new FormData();
  values.forEach(([name, value]) => body.append(name, value));
  const headers = { Accept: "application/json", "X-CSRFToken": renewToken() };
  const options = keepalive ? { keepalive } : { signal: AbortSignal.timeout(20000) };
  const answer = await fetch(address, { method: "POST", body, headers, ...options });
  const said = await answer.json().catch(() => ({}));
  return { status: answer.status, said };
};
