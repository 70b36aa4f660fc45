/* The moderators' queue, on top of a page whose forms work without this: clicks and keys do the same, at once. */
import { lookWhenFew } from "./queue-holding.js";
import "./queue-keys.js";
import { decide, dismiss, undo } from "./queue-sending.js";
import { root, show } from "./queue-stage.js";

const submitted = (event) => {
  const form = event.target;
  if (form.matches("[data-undo]")) undo();
  else if (form.matches("[data-decide]")) decide(event.submitter, lookWhenFew);
  else return;
  event.preventDefault();
};
const clicked = (event) => {
  if (event.target.closest("[data-dismiss]")) dismiss();
  const link = event.target.closest("[data-show]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(link.dataset.show);
};

if (root) {
  root.addEventListener("submit", submitted);
  root.addEventListener("click", clicked);
}
