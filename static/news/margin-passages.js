/* The passages of the notes: looked for in the text as it is now, marked there, and gone to and fro between. */
import { notes, panel, unfold } from "./margin-panel.js";
import { places } from "./margin-places.js";
import { find, lettersOf, quote } from "./margin-text.js";

const SETTLED = 300; // ms after a change of the text until passages are looked for anew

const remembered = new Map(); // by a note's id: its passage as it reads in what is being written
let found = []; // of each passage that stands somewhere: note, place, span (in letters), spots (in the page)
let current = ""; // the id of the note that one looks at

const passageOf = (note) => remembered.get(note.id) ?? {
  exact: lettersOf(note.dataset.exact),
  prefix: lettersOf(note.dataset.prefix),
  suffix: lettersOf(note.dataset.suffix),
  position: Number(note.dataset.position),
};
export const lookUp = () => {
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
export const lookUpSoon = () => {
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
export const goToNote = (note, focus = true) => {
  unfold(note);
  choose(note);
  note.scrollIntoView({ block: "nearest" });
  if (focus) note.focus({ preventScroll: true });
};
export const noteAt = (place) => {
  const here = place.caret(place.reading());
  return found.find((one) => one.place.field === place.field && here >= one.span[0] && here < one.span[1])?.note;
};
export const clicked = (place) => {
  const note = noteAt(place);
  if (note) goToNote(note, false); // the cursor stays in the text: one may have come to write
};
export const lookAgain = () => {
  dress();
  lookUp();
  choose(document.getElementById(current));
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
