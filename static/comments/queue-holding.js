/* What stands on the page is one's own while the page is open and in sight; more comes before it runs out. */
import { post } from "../news/writing.js";
import { isBusy, underWay } from "./queue-sending.js";
import { append, cardOf, current, ids, made, mark, remove, root, say } from "./queue-stage.js";

const FEW = 6; // then more are fetched: some seconds of work for the quickest reader
const FULL = 12; // as many as the server keeps for one page
const EVERY = 40000; // ms; a third of the time for which they are kept, so that one word may get lost
const EVERY_WHEN_EMPTY = 15000; // ms; somebody waits for something to come
let asking = false;
let timer;

const lose = (id) => {
  const [card, row] = [cardOf(id), root.querySelector(`[data-row="${id}"]`)];
  if (!card || isBusy(id) || row.hasAttribute("data-failed")) return; // what it says is still to be read
  if (current() === card) mark({ card, row }, root.dataset.lost, true);
  else remove(id);
};
const count = (counts) => {
  document.querySelectorAll("[data-count]").forEach((place) => {
    const number = counts[place.dataset.count];
    if (number !== undefined && place.textContent !== number) place.textContent = number;
  });
};
const scope = () => [...new FormData(root.querySelector("[data-undo]"))].filter(([name]) => name !== "csrfmiddlewaretoken");

const ask = async () => {
  const have = ids();
  const want = have.length <= FEW ? FULL - have.length : 0;
  const values = [...scope(), ["have", have.filter((id) => !isBusy(id)).join()], ["away", underWay().join()], ["want", want]];
  const { status, said } = await post(root.dataset.more, values);
  if (status !== 200) return say(said.error);
  said.lost.map(String).forEach(lose);
  said.cards.map(made).filter(({ id }) => !isBusy(id)).forEach(append);
  root.dataset.until = said.until;
  return count(said.counts);
};

export const look = async () => {
  window.clearTimeout(timer);
  if (!asking && document.visibilityState === "visible") {
    asking = true;
    await ask().catch(() => {}); // no line: the next look tells
    asking = false;
  }
  window.clearTimeout(timer);
  timer = window.setTimeout(look, ids().length ? EVERY : EVERY_WHEN_EMPTY);
};

export const lookWhenFew = () => ids().length <= FEW && look();

if (root) {
  timer = window.setTimeout(look, ids().length ? EVERY : EVERY_WHEN_EMPTY);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
  window.addEventListener("pageshow", (event) => event.persisted && look());
  window.addEventListener("pagehide", () => {
    const values = [["have", ids().join()], ["until", root.dataset.until]];
    if (ids().length) post(root.dataset.giveBack, values, { keepalive: true }).catch(() => {});
  });
}
