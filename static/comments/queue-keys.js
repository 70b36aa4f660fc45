/* One key an act. Never while one writes, never with Ctrl, Alt or Meta; they can be turned off for good (WCAG 2.1.4). */
import { decide, dismiss, undo } from "./queue-sending.js";
import { lookWhenFew } from "./queue-holding.js";
import { recall, remember } from "../js/this-browser.js";
import { current, root, step } from "./queue-stage.js";

const REMEMBERED = "toa-soan-phim-hang-doi";
const toggle = document.querySelector("[data-keys-on]");
const help = document.querySelector("[data-help]");

const turn = (on) => {
  toggle.setAttribute("aria-pressed", String(on));
  root.toggleAttribute("data-keys-off", !on);
};
const areOn = () => toggle.getAttribute("aria-pressed") === "true";

const press = (name) => {
  const button = current()?.querySelector(`[data-act="${name}"]`);
  if (button) decide(button, lookWhenFew);
};
const unfold = (name, open) => {
  const part = current()?.querySelector(`[${name}]`);
  if (!part || current().hasAttribute("data-gone")) return;
  part.open = open ?? !part.open;
  part.lastElementChild.scrollIntoView({ block: "nearest" });
  if (part.open) part.querySelector("textarea")?.focus();
};
const choose = (digit) => current()?.querySelector(`[data-reasons][open] [data-digit="${digit}"]`);

const KEYS = {
  a: () => press("duyet"),
  r: () => unfold("data-reasons"),
  s: () => press("thu-rac"),
  f: () => press("noi-bat"),
  b: () => current()?.querySelector("[data-ban]")?.click(),
  e: () => unfold("data-answer", true),
  u: () => undo(),
  j: () => dismiss() || step(1),
  k: () => step(-1),
  "?": () => help.showModal(),
};
const MAY_REPEAT = ["j", "k"]; // a key that is held down must not decide about the next ones

const isWriting = (place) => place.closest?.("textarea, select, [contenteditable], dialog, input:not([type=checkbox], [type=radio])");
const heard = (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || !areOn()) return;
  if (isWriting(event.target) || document.querySelector("dialog[open]")) return;
  const key = event.key.toLowerCase();
  if (event.repeat && !MAY_REPEAT.includes(key)) return;
  const reason = /^[1-9]$/.test(key) && choose(key);
  if (reason) decide(reason, lookWhenFew);
  else if (key === "escape") unfold("data-reasons", false);
  else if (Object.hasOwn(KEYS, key)) KEYS[key]();
  else return;
  event.preventDefault();
};

if (root) {
  turn(recall(REMEMBERED, true));
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    turn(!areOn());
    remember(REMEMBERED, areOn());
  });
  const opener = document.querySelector("[data-help-open]");
  opener.hidden = false;
  opener.addEventListener("click", () => help.showModal());
  document.addEventListener("keydown", heard);
}
