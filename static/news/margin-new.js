/* A new note: about what is chosen in the text, or about all of it. */
import { fields, part, unfold } from "./margin-panel.js";
import { clicked, goToNote, noteAt } from "./margin-passages.js";
import { places } from "./margin-places.js";

const KEY = "KeyM";
let last = ""; // the field in which something was chosen last

export const about = (chosen, place) => {
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
export const compose = () => {
  const [chosen, place] = chosenNow();
  const here = !chosen && place && noteAt(place);
  if (here) return goToNote(here);
  about(chosen, place);
  unfold(part("new"));
  fields("text").focus();
  return undefined;
};

/* What came back half written. */
export const aboutAsTyped = () => about(fields("exact").value ? passageTyped() : null, { field: fields("field").value });
export const aboutChosen = () => about(...chosenNow());

const holdsSelection = ({ element }) =>
  element.ownerDocument.activeElement === element || element.contains?.(element.ownerDocument.getSelection()?.anchorNode);
export const watch = (place) => {
  const document_ = place.element.ownerDocument;
  place.element.addEventListener("click", () => clicked(place));
  place.element.addEventListener("focus", () => { last = place.field; });
  document_.addEventListener("selectionchange", () => {
    if (holdsSelection(place)) last = place.field;
  });
  if (document_ !== document) document_.addEventListener("keydown", heed);
};
export const heed = (event) => {
  if (event.code !== KEY || !event.altKey || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  const typedIn = event.target.ownerDocument; // a key may come before the browser tells of the selection
  last = places().find((each) => each.element?.ownerDocument === typedIn && holdsSelection(each))?.field ?? last;
  compose();
};
