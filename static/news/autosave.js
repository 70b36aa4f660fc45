/* Saves the text on the server while it is being written, and says so beside the buttons. */
import { ROWS, clock, fill, form, hear, part, place, post, renewToken, tab, tell, typed, whenEditorsAre } from "./writing.js";

const PAUSE = 3000; // ms without typing
const LONGEST = 15000; // ms that a word waits at most
const NOTICE = 400; // ms from a key to comparing and keeping in the browser
const STILL_HERE = 20000; // ms; a page that is still there after a button was pressed was not left
const TRIES = [2000, 5000, 10000, 30000]; // ms from one failed try to the next; then the last
const TROUBLES = ["offline", "full", "signedOut", "refused"]; // also said where one writes on a small screen

const line = document.querySelector("[data-saving]");
const words = document.querySelector("[data-saving-words]");
const signIn = document.querySelector("[data-sign-in]");

let safe = ""; // the text, as a string, that is on the server whole
let answered = ""; // the text that the server has had to say something about
let since = 0; // when the first word was typed that it has not
let last = 0; // when the last was
let failures = 0;
let lost = false; // an answer got lost: the server may have kept what we don't know of
let stopped = false; // somebody else saved or holds the article
let gaveWay = false; // and the text was kept aside
let looking = false;
let leaving = false;
let timer = 0;
let noticing = 0;
let sending = null;

const now = () => JSON.stringify(typed());
const say = (state, values = {}) => {
  line.hidden = false;
  signIn.hidden = state !== "signedOut";
  const text = fill(words.dataset[state], values);
  if (words.textContent !== text) words.textContent = text;
  line.dataset.state = state;
  part("trouble").hidden = !TROUBLES.includes(state);
  part("trouble").textContent = text;
};
const labelOf = (name) => {
  const field = form.querySelector(`[name="${name}"]`);
  const label = field?.labels?.[0] ?? document.getElementById(`${name}-heading`);
  return label?.textContent.replace(/[*\s]+$/, "").trim() || name;
};
const hasWords = () =>
  typed().some(([name, value]) => ["headline", "standfirst", "body"].includes(name) && value.replace(/<[^>]*>|&nbsp;/g, "").trim());

const sayWhatIsSaved = ({ saved_at: at, errors }) => {
  const fields = Object.keys(errors).map(labelOf).join(", ");
  say(fields ? "partly" : "saved", { when: clock(at), fields });
};

const notice = () => {
  noticing ||= window.setTimeout(look, NOTICE);
};
const look = () => {
  noticing = 0;
  if (looking || leaving) return;
  const text = now();
  if (text === safe) return;
  tell("typed");
  if (text === answered) return;
  last = Date.now();
  since ||= last;
  if (!stopped && line.dataset.state !== "offline" && line.dataset.state !== "signedOut") say("unsaved");
  plan();
};
const plan = () => {
  if (stopped || sending) return;
  window.clearTimeout(timer);
  const due = failures
    ? TRIES[Math.min(failures, TRIES.length) - 1]
    : Math.max(0, Math.min(last + PAUSE, since + LONGEST) - Date.now());
  timer = window.setTimeout(flush, due);
};

/* Send what is unsaved; what came of it: "saved", "nothing", or why not. */
const flush = async () => {
  window.clearTimeout(timer);
  if (sending) return sending;
  const text = now();
  if (stopped || looking || text === answered || (!place.dataset.article && !hasWords())) return "nothing";
  sending = send(text);
  const came = await sending;
  sending = null;
  if (came === "offline" || (came === "saved" && now() !== answered)) plan();
  return came;
};
const send = async (text) => {
  const values = [...JSON.parse(text), ["seen", form.elements.seen.value], ["window", tab]];
  if (lost) values.push(["lost", "1"]);
  try {
    const { status, said } = await post(place.dataset.autosave, values);
    return heed(status, said, text);
  } catch {
    return fail();
  }
};
const fail = () => {
  failures += 1;
  lost = true;
  say("offline");
  tell("offline");
  return "offline";
};
const heed = (status, said, text) => {
  if (status >= 500) return fail();
  if (status === 401 || said.token) {
    say("signedOut");
    tell("signed-out");
    return "signed-out";
  }
  failures = 0;
  lost = false;
  since = 0;
  answered = text;
  if (status === 200) return keep(said, text);
  if (status === 409) return giveWay(said, text);
  stopped = status === 403 || status === 404;
  say("refused", { why: said.error ?? status });
  return "refused";
};
const keep = (said, text) => {
  form.elements.seen.value = said.revision;
  if (said.addresses) follow(said);
  const values = Object.fromEntries(JSON.parse(text));
  const unsaved = Object.keys(said.errors).filter((name) => values[name] || name in ROWS);
  if (!unsaved.length) {
    safe = text;
    tell("saved", { ...said, text });
  }
  sayWhatIsSaved(said);
  return "saved";
};

/* The draft of a new article was made: the page stands at its address from now on. */
const follow = ({ article, addresses }) => {
  Object.assign(place.dataset, { article, autosave: addresses.autosave, presence: addresses.presence, revisions: addresses.revisions });
  window.history.replaceState(null, "", addresses.page);
  form.setAttribute("action", addresses.page);
  tell("drafted");
};

/* Somebody saved meanwhile or took the article: the text is kept beside theirs, and nothing is sent any more. */
const giveWay = (said, text) => {
  stopped = gaveWay = true;
  safe = text;
  tell("saved", { ...said, text });
  tell("outdated", said);
  part("outdated-what").textContent = said.error;
  part("outdated-number").textContent = said.kept.number;
  part("outdated-link").href = said.kept.address;
  part("outdated-next").hidden = said.taken;
  part("outdated").hidden = false;
  say("refused", { why: said.error });
  return "outdated";
};

/* A button is pressed: first the text is safe and the desk is known to be there, so that no press leads into nothing. */
const reachable = async () => {
  try {
    const answer = await fetch(place.dataset.signedIn, { redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(10000) });
    return answer.ok ? "there" : answer.status >= 500 ? fail() : "signed-out";
  } catch {
    return fail();
  }
};
const submit = async (button) => {
  const text = now();
  if (text !== safe) tell("typed");
  if (sending) await sending;
  let came = now() === answered || stopped ? "nothing" : await flush();
  if (came === "nothing") came = await reachable();
  if (came === "offline") return;
  if (came === "signed-out") {
    say("signedOut");
    tell("signed-out", { asked: true, then: () => submit(button) });
    return;
  }
  if (came === "outdated" && looking) return;
  renewToken();
  leaving = true;
  form.requestSubmit(button);
  window.setTimeout(() => { leaving = false; }, STILL_HERE);
};

/* An editor has its own way to write the same text. What was changed elsewhere before it was ready stays unsaved. */
const takeAsWritten = (editor) => {
  const { name, value, defaultValue } = editor.element.$;
  if (value !== defaultValue) return;
  const rewritten = (text) => JSON.stringify(JSON.parse(text).map(([field, was]) => [field, field === name ? editor.getData() : was]));
  safe = rewritten(safe);
  answered = rewritten(answered);
};

const start = () => {
  safe = answered = place.dataset.unsaved === undefined ? now() : "";
  form.addEventListener("input", notice);
  form.addEventListener("change", notice);
  window.django?.jQuery?.(form).on("change", notice); // select2 tells by jQuery
  document.addEventListener("formset:removed", notice);
  whenEditorsAre((editor) => {
    if (place.dataset.unsaved === undefined) takeAsWritten(editor);
    editor.on("change", notice);
    const hearKeys = () => editor.editable()?.attachListener(editor.editable(), "input", notice);
    editor.on("contentDom", hearKeys);
    hearKeys();
  });
  if (place.dataset.unsaved !== undefined) notice();
  let pressing = false;
  form.addEventListener(
    "submit",
    async (event) => {
      if (leaving) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (pressing) return;
      pressing = true;
      event.submitter?.setAttribute("aria-busy", "true");
      await submit(event.submitter);
      event.submitter?.removeAttribute("aria-busy");
      pressing = false;
    },
    true,
  );
  window.addEventListener("online", () => failures && flush());
  document.addEventListener("visibilitychange", () => document.hidden && !failures && flush());
  window.addEventListener("beforeunload", (event) => !leaving && !looking && now() !== safe && event.preventDefault());
  window.addEventListener("pagehide", () => !looking && now() !== safe && tell("typed"));
  window.addEventListener("pageshow", (event) => { if (event.persisted) leaving = false; });
  signIn.addEventListener("click", () => tell("signed-out", { asked: true }));
};

if (form && line) {
  hear("signed-in", () => {
    say("unsaved");
    if (now() === answered) say("saved", { when: clock(Date.now()) });
    flush();
  });
  hear("save-now", async (asked) => { // something is about to speak of the text as it is
    asked.heard = true;
    await flush();
    asked.then();
  });
  hear("full", () => failures && say("full"));
  /* Somebody took the pen: what is unsaved goes beside theirs; then the form is for looking. */
  hear("taken", async () => {
    window.clearTimeout(timer);
    if (sending) await sending;
    if (!stopped && now() !== safe) await send(now());
    looking = true;
    stopped = true;
    say("looking");
    tell("looking");
  });
  hear("holding", () => {
    looking = stopped = false;
    line.hidden = part("trouble").hidden = true;
    if (gaveWay) safe = answered = ""; // what was kept aside may become the newest again
    gaveWay = false;
    part("outdated").hidden = true;
    notice();
  });
  start();
}
