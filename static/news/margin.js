/* Notes in the margin: passages are chosen in the text and found there again, posting leaves the page where it is. */
import { bringBack, keep } from "./margin-drafts.js";
import { find, lettersOf, quote } from "./margin-text.js";
import { places } from "./margin-places.js";
import { form, hear, post, tell, whenEditorsAre } from "./writing.js";

const panel = document.querySelector("[data-margin]");
const sender = document.getElementById("ghi-chu");
const part = (name) => panel.querySelector(`[data-margin-${name}]`);
const list = () => part("list");
const notes = () => [...panel.querySelectorAll("[data-note][data-exact]")];

const NEW = "moi";
const SETTLED = 300; // ms after a change of the text until passages are looked for anew
const PATIENCE = 8000; // ms that a note waits for the text to be saved; then it goes without
const KEY = "KeyM";

const remembered = new Map(); // by a note's id: its passage as it reads in what is being written
let found = []; // [note, place, begin, end], in letters
let current = "";
let last = null; // the place of the text in which something was chosen last
let sending = false;

const say = (words) => { part("says").textContent = words; };

/* Passages in the text. */
const passageOf = (note) => remembered.get(note.id) ?? {
  exact: lettersOf(note.dataset.exact),
  prefix: lettersOf(note.dataset.prefix),
  suffix: lettersOf(note.dataset.suffix),
  position: Number(note.dataset.position),
};
const lookUp = () => {
  if (!notes().length && !found.length) return;
  const readings = new Map(places().map((place) => [place.field, [place, place.reading()]]));
  found = [];
  notes().forEach((note) => {
    const [place, reading] = readings.get(note.dataset.field) ?? [];
    if (!place?.element) return;
    const span = find(reading, passageOf(note));
    if (span) {
      remembered.set(note.id, quote(reading, ...span));
      found.push({ note, place, span, spots: reading.places.slice(...span) });
    }
    const lost = note.querySelector("[data-note-lost]");
    lost.hidden = Boolean(span);
    lost.textContent = span ? "" : panel.dataset.lost;
  });
  readings.forEach(([place]) => mark(place));
};
const mark = (place) => {
  const here = found.filter((one) => one.place === place);
  place.mark(here.map((one) => one.spots), "desk-note");
  place.mark(here.filter((one) => one.note.id === current).map((one) => one.spots), "desk-note-current");
};
let timer = 0;
const lookUpSoon = () => {
  window.clearTimeout(timer);
  timer = window.setTimeout(lookUp, SETTLED);
};

const choose = (note) => {
  current = note?.id ?? "";
  panel.querySelectorAll("[data-note]").forEach((each) => each.toggleAttribute("data-current", each === note));
  places().forEach((place) => mark(found.find((one) => one.place.field === place.field)?.place ?? place));
};
const goToText = (note) => {
  lookUp();
  choose(note);
  found.find((one) => one.note === note)?.place.show(found.find((one) => one.note === note).spots);
};
const unfold = (element) => {
  for (let outer = element; outer && outer !== document; outer = outer.parentElement) if (outer.tagName === "DETAILS") outer.open = true;
};
const goToNote = (note, focus = true) => {
  unfold(note);
  choose(note);
  note.scrollIntoView({ block: "nearest" });
  if (focus) note.focus({ preventScroll: true });
};
const noteAt = (place) => {
  const here = place.caret(place.reading());
  return found.find((one) => one.place.field === place.field && here >= one.span[0] && here < one.span[1])?.note;
};
const clicked = (place) => {
  const note = noteAt(place);
  if (note) goToNote(note, false); // the cursor stays in the text: one may have come to write
};

/* A new note. */
const fields = (name) => sender.elements[`${NEW}-${name}`];
const about = (chosen, place) => {
  fields("exact").value = chosen?.words ?? "";
  fields("field").value = chosen ? place.field : "";
  fields("prefix_words").value = chosen?.prefix ?? "";
  fields("suffix_words").value = chosen?.suffix ?? "";
  fields("position").value = chosen?.position ?? "";
  part("quote").textContent = chosen?.words.trim() ?? "";
  part("chosen").hidden = !chosen;
  part("whole").hidden = Boolean(chosen);
};
const passageTyped = () => ({
  words: fields("exact").value,
  prefix: fields("prefix_words").value,
  suffix: fields("suffix_words").value,
  position: fields("position").value,
});
const chosenNow = () => {
  const place = places().find((each) => each.field === last);
  return [place?.chosen(place.reading()) ?? null, place];
};
const compose = () => {
  const [chosen, place] = chosenNow();
  const here = !chosen && place && noteAt(place);
  if (here) return goToNote(here);
  about(chosen, place);
  unfold(part("new"));
  fields("text").focus();
  return undefined;
};

/* Posting. */
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
  part("count").textContent = list().dataset.count;
  typed.forEach(({ name, value }) => sender.elements[name] && (sender.elements[name].value = value));
  open.forEach((name) => unfold(sender.elements[name]?.closest("details")));
  if (done) unfold(panel.querySelector(".desk-notes-done"));
  dress();
  lookUp();
  choose(document.getElementById(current));
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
  say(said.said);
  const note = document.getElementById(`ghi-chu-${said.note}`);
  const isShown = note && !note.closest(".desk-notes-done");
  if (isShown) goToNote(note.closest("[data-note]"), false);
  (isShown ? note : panel.querySelector("summary")).focus({ preventScroll: true });
  return undefined;
};

/* Colleagues wrote: their notes come without a word of one's own being lost. */
const refresh = async () => {
  try {
    const answer = await fetch(panel.dataset.margin, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-margin-threads]");
    if (fresh && !sending) replace(fresh.innerHTML);
  } catch {
    /* No line: the next beat tells again. */
  }
};

/* A passage's words lead to where they stand. */
const dress = () => {
  notes().forEach((note) => {
    const words = note.querySelector("[data-note-passage]");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "desk-note-go";
    button.title = panel.dataset.go;
    words.replaceWith(button);
    button.append(words);
    button.addEventListener("click", () => goToText(note));
  });
};

const watch = (place) => {
  const document_ = place.element.ownerDocument;
  place.element.addEventListener("click", () => clicked(place));
  place.element.addEventListener("focus", () => { last = place.field; });
  document_.addEventListener("selectionchange", () => {
    if (document_.activeElement === place.element || place.element.contains?.(document_.getSelection()?.anchorNode)) last = place.field;
  });
  if (document_ !== document) document_.addEventListener("keydown", heed);
};
const heed = (event) => {
  if (event.code !== KEY || !event.altKey || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  compose();
};

const start = () => {
  part("plain").hidden = true;
  part("keys").hidden = false;
  bringBack(sender).forEach(unfold);
  about(fields("exact").value ? passageTyped() : null, { field: fields("field").value });
  dress();
  places().filter((place) => place.element?.ownerDocument === document).forEach(watch); // the editor's comes with it
  document.addEventListener("keydown", heed);
  part("drop").addEventListener("click", () => {
    about(null);
    fields("text").focus();
  });
  part("new").querySelector("summary").addEventListener("click", () => {
    if (!part("new").open && !fields("text").value) about(...chosenNow());
  });
  panel.addEventListener("input", () => keep(sender));
  sender.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    try {
      await send(event.submitter);
    } catch {
      complain(panel.dataset.failed, wordsOf(event.submitter));
    }
    sending = false;
  });
  lookUp();
  const asked = document.getElementById(window.location.hash.slice(1))?.closest("[data-note]");
  if (asked) goToNote(asked);
};

if (panel && sender) {
  start();
  if (form) {
    form.addEventListener("input", lookUpSoon);
    hear("note-asked", compose);
    hear("around", ({ notes: stamp }) => stamp !== undefined && stamp !== list().dataset.stamp && !sending && refresh());
    whenEditorsAre((editor) => {
      const begin = () => {
        const place = places().find((each) => each.field === editor.element.$.name);
        if (place?.element) watch(place);
        lookUp();
      };
      editor.on("change", lookUpSoon);
      editor.on("contentDom", begin);
      begin();
    });
  }
}
