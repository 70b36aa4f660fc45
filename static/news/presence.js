/* Says every few seconds that the article is open here, shows who else has it open, and lets one window at a time write. */
import { clock, editors, fill, form, hear, part, place, post, tab, tell, whenEditorsAre } from "./writing.js";

const ALONE = 10000; // ms from beat to beat
const IN_COMPANY = 5000;

let holding = true;
let timer = 0;
let field = "";
let locked = [];

const fieldOf = (element) => element?.name?.replace(/^bylines-.*/, "bylines") ?? "";

// Of the article's form, wherever they stand, and what mends the text. The buttons of its life cycle work on what is saved.
const MENDS = "button[form='sua-theo-kiem-tra'], [data-part='copy-use']";
const lock = () => {
  const all = [...document.querySelectorAll("input, select, textarea, button")];
  const writes = (each) => (each.form === form && !each.closest("[data-margin]")) || each.matches(MENDS); // who looks may note
  all.filter((each) => writes(each) && !each.disabled && each.type !== "hidden").forEach((each) => {
    const isLine = each.tagName === "TEXTAREA" || (each.tagName === "INPUT" && ["text", "number", "url", "search"].includes(each.type));
    if (isLine && each.readOnly) return;
    each[isLine ? "readOnly" : "disabled"] = true;
    locked.push([each, isLine ? "readOnly" : "disabled"]);
  });
  editors().forEach((editor) => editor.status === "ready" && editor.setReadOnly(true));
  form.dataset.looking = "";
};
const unlock = () => {
  locked.splice(0).forEach(([each, how]) => { each[how] = false; });
  editors().forEach((editor) => editor.status === "ready" && editor.setReadOnly(false));
  delete form.dataset.looking;
};

const set = (element, text) => {
  if (element.textContent !== text) element.textContent = text; // what is set anew is read aloud anew
};
const nameOf = (other, words) => (other.me ? words.dataset.me : other.name);
const showOthers = (others) => {
  const list = part("others-list");
  const lines = others.map((other) => {
    const values = { who: nameOf(other, list), field: other.field, seconds: other.seconds };
    const line = document.createElement("li");
    line.textContent = fill(other.field ? list.dataset.atField : list.dataset.words, values);
    return line;
  });
  list.replaceChildren(...lines);
  part("others").hidden = !others.length;
};
const showNewest = (newest) => {
  const seen = Number(form.elements.seen.value);
  const newer = !holding && newest && newest.id !== seen;
  part("newer").hidden = !newer;
  if (!newer) return;
  const what = part("newer-what");
  set(what, fill(what.dataset.words, { who: newest.by, number: newest.number, when: clock(newest.at) }));
  part("newer-reload").href = window.location.pathname;
};
const showHolder = (holder) => {
  part("looking").hidden = holding || !holder;
  if (holding || !holder) return;
  const who = part("looking-who");
  set(who, holder.me ? who.dataset.me : fill(who.dataset.words, { who: holder.name }));
};

const heed = (said) => {
  const [had, holds] = [holding, said.holding || !said.holder];
  holding = holds;
  if (had && !holds) tell("taken");
  if (!had && holds) {
    if (said.newest && said.newest.id !== Number(form.elements.seen.value)) return window.location.reload();
    unlock();
    tell("holding");
  }
  showHolder(said.holder);
  showOthers(said.others);
  showNewest(said.newest);
  tell("around", said);
};

const beat = async (more = []) => {
  window.clearTimeout(timer);
  if (!place.dataset.presence) return;
  let wait = ALONE;
  try {
    const { status, said } = await post(place.dataset.presence, [["window", tab], ["field", field], ...more]);
    if (status === 200) {
      heed(said);
      wait = said.others.length ? IN_COMPANY : ALONE;
    }
  } catch {
    /* No line: the text's own script says so. */
  }
  timer = window.setTimeout(beat, wait);
};

if (form) {
  hear("looking", lock);
  whenEditorsAre((editor) => {
    if (form.dataset.looking !== undefined) editor.setReadOnly(true);
    editor.on("focus", () => moved(editor.element.$.name));
  });
  const moved = (name) => {
    if (!name || name === field) return;
    field = name;
    if (!part("others").hidden) beat();
  };
  form.addEventListener("focusin", (event) => moved(fieldOf(event.target)));
  part("take").addEventListener("click", () => beat([["act", "nhan"]]));
  hear("drafted", () => beat());
  hear("outdated", () => beat());
  hear("signed-in", () => beat());
  window.addEventListener("pagehide", () => {
    if (place.dataset.presence) post(place.dataset.presence, [["window", tab], ["act", "roi"]], { keepalive: true }).catch(() => {});
  });
  window.addEventListener("pageshow", (event) => event.persisted && beat());
  beat();
}
