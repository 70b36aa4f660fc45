/* Decisions go out behind one's back: the next comment is there at once, and what could not be done comes back first. */
import { post } from "../news/writing.js";
import { cardOf, current, made, mark, putFirst, remove, root, say, unmark } from "./queue-stage.js";

const REMEMBERED = 100; // what was done before that is taken back from the log
const busy = new Map(); // by comment: what is under way about it, one thing after the other
const done = []; // what can be taken back with one key, the newest last

export const isBusy = (id) => busy.has(id);
export const underWay = () => [...busy.keys()];

const sent = (id, act) => {
  const task = (busy.get(id) ?? Promise.resolve()).then(act);
  busy.set(id, task);
  return task.finally(() => busy.get(id) === task && busy.delete(id));
};
/* The answer, also where none came. */
const asked = async (address, values) => {
  try {
    return await post(address, values);
  } catch {
    return { status: 0, said: {} };
  }
};
const valuesOf = (form, button) => {
  const values = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  return button?.name ? [...values, [button.name, button.value]] : values;
};

const comeBack = (act, { status, said }) => {
  const sentence = said.error ?? root.dataset.unsent;
  const fresh = said.cards?.length ? made(said.cards[0]) : null;
  const kept = fresh ?? act.kept;
  mark(kept, sentence, Boolean(said.gone));
  putFirst(kept);
  if (said.field === "text" || (status !== 200 && act.text)) kept.card.querySelector("[data-answer]").open = true;
  say(sentence);
};

/* The button says where to and what; its comment leaves the page before anything is sent. */
export const decide = (button, then = () => {}) => {
  const card = button.closest("[data-card]");
  if (card.hasAttribute("data-gone")) return;
  const form = button.closest("form");
  const values = valuesOf(form, button);
  const text = values.find(([name]) => name === "text")?.[1];
  if (text !== undefined && !text.trim()) {
    card.querySelector("[data-answer-wrong]").textContent = root.dataset.emptyAnswer;
    form.elements.text.setAttribute("aria-invalid", "true");
    form.elements.text.focus();
    return;
  }
  const act = { id: card.dataset.card, kept: remove(card.dataset.card), text };
  unmark(act.kept);
  done.push(act);
  if (done.length > REMEMBERED) done.shift();
  sent(act.id, async () => {
    const answer = await asked(button.hasAttribute("formaction") ? button.formAction : form.action, values);
    if (answer.status === 200) {
      act.decision = answer.said.decision;
      if (done.at(-1) === act) say(answer.said.said); // answers may overtake each other
      return;
    }
    done.splice(0, done.length, ...done.filter((one) => one !== act));
    comeBack(act, answer);
  });
  then();
};

/* Without something done on this page: the last thing the person did anywhere. */
const undoEarlier = async (form) => {
  const { status, said } = await asked(form.action, valuesOf(form));
  say(status === 200 ? said.said : said.error ?? root.dataset.unsent);
  if (said.cards?.length) putFirst(made(said.cards[0]), true);
};

export const undo = () => {
  const form = root.querySelector("[data-undo]");
  const act = done.pop();
  if (!act) return undoEarlier(form);
  putFirst(act.kept, true);
  return sent(act.id, async () => {
    if (act.decision === undefined) return; // it was refused, and is back already
    const { status, said } = await asked(form.action, [...valuesOf(form), ["decision", act.decision]]);
    if (status === 200) return say(said.said);
    if (!cardOf(act.id)) return say(said.error ?? root.dataset.unsent);
    mark(act.kept, said.error ?? root.dataset.unsent, status === 409);
    return say(said.error ?? root.dataset.unsent);
  });
};

export const dismiss = () => {
  const card = current();
  if (card?.hasAttribute("data-gone")) remove(card.dataset.card);
  return Boolean(card?.hasAttribute("data-gone"));
};

/* Leaving with decisions under way asks. */
window.addEventListener("beforeunload", (event) => busy.size && event.preventDefault());
