/* Posting a note leaves the page where it is; what comes back is the panel as it is now. */
import { keep } from "./margin-drafts.js";
import { about } from "./margin-new.js";
import { NEW, fields, panel, part, sender, unfold } from "./margin-panel.js";
import { goToNote, lookAgain } from "./margin-passages.js";
import { form, post, tell } from "./writing.js";

const PATIENCE = 8000; // ms that a note waits for the text to be saved; then it goes without
let sending = false;

const saved = () => {
  const asked = {};
  if (!form) return Promise.resolve();
  return Promise.race([
    new Promise((done) => {
      asked.then = done;
      tell("save-now", asked);
      if (!asked.heard) done();
    }),
    new Promise((done) => window.setTimeout(done, PATIENCE)),
  ]);
};
const replace = (html) => {
  const typed = [...sender.elements].filter((field) => field.tagName === "TEXTAREA" && field.value !== field.defaultValue);
  const open = [...panel.querySelectorAll("[data-note] details[open] textarea")].map((field) => field.name);
  const done = panel.querySelector(".desk-notes-done")?.open;
  const { name: writing, selectionStart, selectionEnd } = part("threads").contains(document.activeElement) ? document.activeElement : {};
  part("threads").innerHTML = html;
  part("count").textContent = part("list").dataset.count;
  typed.forEach(({ name, value }) => sender.elements[name] && (sender.elements[name].value = value));
  open.forEach((name) => unfold(sender.elements[name]?.closest("details")));
  if (done) unfold(panel.querySelector(".desk-notes-done"));
  lookAgain();
  if (selectionStart === undefined || !sender.elements[writing]) return;
  sender.elements[writing].focus({ preventScroll: true });
  sender.elements[writing].setSelectionRange(selectionStart, selectionEnd);
};
const errorOf = (name) => sender.elements[name]?.closest(".desk-field")?.querySelector("[data-words-error]");
const complain = (sentence, name) => {
  const line = document.createElement("p");
  line.className = "desk-error";
  line.setAttribute("role", "alert");
  line.textContent = sentence;
  const place = errorOf(name) ?? part("error");
  place.replaceChildren(line);
  sender.elements[name]?.focus();
};
/* The words that go with a button; those that settle a note take none. */
const wordsOf = (button) => button.closest(".desk-note-ask, .desk-margin-new")?.querySelector("textarea")?.name ?? "";
const send = async (button) => {
  const isNew = !button.hasAttribute("formaction");
  if (isNew) await saved();
  if (form?.elements.seen) fields("seen").value = form.elements.seen.value;
  const words = wordsOf(button);
  const values = [...new FormData(sender)].filter(([name]) => name !== "csrfmiddlewaretoken" && name !== "trang-rieng");
  const revision = new URL(sender.action).search; // of the page that shows one
  const { status, said } = await post(isNew ? sender.action : button.formAction + revision, values);
  if (status === 401) {
    if (form) tell("signed-out", { asked: true });
    return complain(panel.dataset.signedOut, words);
  }
  if (status !== 200) return complain(said.error ?? panel.dataset.failed, said.field || words);
  const field = sender.elements[words];
  if (field) field.value = field.defaultValue = "";
  if (isNew) {
    about(null);
    errorOf(`${NEW}-text`).replaceChildren();
    part("new").open = false;
  }
  replace(said.panel);
  keep(sender);
  part("says").textContent = said.said;
  const note = document.getElementById(`ghi-chu-${said.note}`);
  const isShown = note && !note.closest(".desk-notes-done");
  if (isShown) goToNote(note.closest("[data-note]"), false);
  (isShown ? note : panel.querySelector("summary")).focus({ preventScroll: true });
  return undefined;
};

/* Colleagues wrote: their notes come without a word of one's own being lost. */
export const refresh = async () => {
  try {
    const answer = await fetch(panel.dataset.margin, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-margin-threads]");
    if (fresh && !sending) replace(fresh.innerHTML);
  } catch {
    /* No line: the next beat tells again. */
  }
};

export const submit = async (button) => {
  if (sending) return;
  sending = true;
  try {
    await send(button);
  } catch {
    complain(panel.dataset.failed, wordsOf(button));
  }
  sending = false;
};
