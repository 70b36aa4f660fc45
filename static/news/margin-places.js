/* The texts of a page on which notes can be made: fields, the editor's frame, text to read. Nothing here changes any of
   them: passages are marked by the browser's own highlights, which stand beside the page and not in it. */
import { lettersOf, quote, read } from "./margin-text.js";
import { editors, form } from "./writing.js";

const FIELDS = ["headline", "standfirst", "body"];
const NOT_TEXT = ".cke_widget_drag_handler_container, .cke_widget_mask, script, style"; // what the editor adds for itself

const textNodes = (root) => {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(NOT_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
};

/* A line or an area: has no ranges, so that its passages are shown by selecting them. */
const inField = (field, element) => ({
  field,
  element,
  reading: () => read([[element, element.value]]),
  chosen: (reading) => {
    const [from, to] = [element.selectionStart, element.selectionEnd];
    return passage(reading, element.value.slice(from, to), ([, begin]) => begin >= from && begin < to);
  },
  caret: (reading) => reading.places.findIndex(([, , end]) => end >= element.selectionStart),
  show: (places) => {
    element.focus({ preventScroll: true });
    element.setSelectionRange(places[0][1], places.at(-1)[2]);
    element.scrollIntoView({ block: "center" });
  },
  mark: (spots, name) => name === "desk-note" && element.toggleAttribute("data-noted", spots.length > 0),
});

/* Text in a document: the page's, or the one in the editor's frame. `root` may be another one after each setting of data. */
const inDocument = (field, rootOf, focus) => ({
  field,
  get element() { return rootOf(); },
  reading: () => (rootOf() ? read(textNodes(rootOf()).map((node) => [node, node.data])) : read([])),
  chosen: (reading) => {
    const range = selected(rootOf());
    if (!range || range.collapsed) return null;
    return passage(reading, range.toString(), ([node, begin, end]) => isWithin(range, node, begin, end));
  },
  caret: (reading) => {
    const range = selected(rootOf());
    return range ? reading.places.findIndex(([node, , end]) => range.comparePoint(node, end) >= 0) : -1;
  },
  show: (places) => {
    const range = rangeOf(places);
    const selection = rootOf().ownerDocument.defaultView.getSelection();
    focus();
    selection.removeAllRanges();
    selection.addRange(range);
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
  },
  mark: (spots, name) => {
    const view = rootOf()?.ownerDocument.defaultView;
    if (!view?.CSS.highlights) return; // an older browser shows a passage by selecting it
    const highlight = new view.Highlight(...spots.map(rangeOf));
    highlight.priority = name === "desk-note" ? 0 : 1;
    view.CSS.highlights.set(`${name}-${field}`, highlight); // a name a field: the page may hold all three
  },
});

const selected = (root) => {
  const selection = root?.ownerDocument.defaultView.getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  return range && root.contains(range.commonAncestorContainer) ? range : null;
};
const isWithin = (range, node, begin, end) => range.comparePoint(node, begin) >= 0 && range.comparePoint(node, end) <= 0;
const rangeOf = (places) => {
  const range = places[0][0].ownerDocument.createRange();
  range.setStart(places[0][0], places[0][1]);
  range.setEnd(places.at(-1)[0], places.at(-1)[2]);
  return range;
};
const passage = (reading, words, isChosen) => {
  const begin = reading.places.findIndex(isChosen);
  if (begin < 0 || !lettersOf(words)) return null;
  return { words, ...quote(reading, begin, reading.places.findLastIndex(isChosen) + 1) };
};

const editorOf = (element) => form && editors().find((each) => each.element.$ === element);
const placeOf = (field) => {
  const shown = document.querySelector(`[data-margin-text="${field}"]`);
  if (shown) return inDocument(field, () => shown, () => {});
  const element = document.getElementById(`id_${field}`);
  if (!element) return null;
  if (!editorOf(element)) return element.matches("[data-type=ckeditortype]") ? null : inField(field, element);
  return inDocument(field, () => editorOf(element).editable()?.$, () => editorOf(element).focus());
};

/* By field; asked anew where it matters, for the editor comes later than the page. */
export const places = () => FIELDS.map(placeOf).filter(Boolean);
