/* The comments on the page: one large, the list of all beside it in the same order. Nothing here asks the server. */
export const root = document.querySelector("[data-queue]");
const cards = root?.querySelector("[data-cards]");
const rows = root?.querySelector("[data-rows]");

export const ids = () => [...rows.children].map((row) => row.dataset.row);
export const cardOf = (id) => cards.querySelector(`[data-card="${id}"]`);
const rowOf = (id) => rows.querySelector(`[data-row="${id}"]`);
export const current = () => cards.querySelector("[data-card]:not([hidden])");
export const say = (sentence) => {
  root.querySelector("[data-says]").textContent = sentence ?? "";
};

const markEmpty = () => {
  root.querySelector("[data-empty]").hidden = Boolean(rows.children.length);
};

/* The focus goes along, so that a screen reader reads on and no key falls into nothing. */
export const show = (id, focus = true) => {
  for (const card of cards.children) card.hidden = card.dataset.card !== id;
  for (const row of rows.children) {
    if (row.dataset.row === id) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
  markEmpty();
  const card = id && cardOf(id);
  if (!card || !focus) return;
  card.querySelector("[data-name]").focus({ preventScroll: true });
  if (card.getBoundingClientRect().top < 0) root.scrollIntoView();
};

/* What came back goes first; else the one after the one that left. */
const following = (row) => rows.querySelector("[data-failed]") ?? row?.nextElementSibling ?? row?.previousElementSibling ?? rows.firstElementChild;

export const step = (by) => {
  const all = ids();
  const place = all.indexOf(current()?.dataset.card) + by;
  if (all[place]) show(all[place]);
};

/* Takes a comment off the page; what is returned can be put back. */
export const remove = (id) => {
  const [card, row] = [cardOf(id), rowOf(id)];
  if (!card) return null;
  const wasShown = !card.hidden;
  const next = following(row) === row ? row.nextElementSibling : following(row);
  card.remove();
  row.remove();
  if (wasShown) show(next?.dataset.row);
  markEmpty();
  return { id, card, row };
};

/* First in the list; large only where nothing else is, or if asked for: nothing changes under somebody's fingers. */
export const putFirst = ({ id, card, row }, large = false) => {
  remove(id);
  card.hidden = true;
  card.querySelectorAll("[data-reasons]").forEach((part) => { part.open = false; });
  cards.prepend(card);
  rows.prepend(row);
  if (large || !current()) show(id, large);
  markEmpty();
};

const element = (html) => {
  const box = document.createElement("template");
  box.innerHTML = html;
  return box.content.firstElementChild;
};
export const made = ({ pk, card, row }) => ({ id: String(pk), card: element(card), row: element(row) });

export const append = (kept) => {
  if (cardOf(kept.id)) return;
  cards.append(kept.card);
  rows.append(kept.row);
  if (!current()) show(kept.id, false);
  markEmpty();
};

/* Something did not work: said on the comment and in the list. `gone`: nobody decides about it here any more. */
export const mark = ({ card, row }, sentence, gone = false) => {
  const line = card.querySelector("[data-failed]");
  line.textContent = sentence;
  line.hidden = false;
  row.dataset.failed = "";
  row.querySelector("[data-row-failed]").hidden = false;
  card.querySelector("[data-acts]").hidden = gone;
  card.querySelector("[data-dismiss]").hidden = !gone;
  card.toggleAttribute("data-gone", gone);
};

export const unmark = ({ card, row }) => {
  card.querySelector("[data-failed]").hidden = true;
  delete row.dataset.failed;
  row.querySelector("[data-row-failed]").hidden = true;
};

if (root) show(ids()[0], false);
