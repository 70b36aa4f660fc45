// Likes at once: the number changes under the finger, and changes back, with a sentence, where the paper didn't take it. The
// numbers come in one small request of their own, since the page is the same for everybody and kept by caches.
import { browserName, isJson, recall, remember } from "./this-browser.js";

const LIKED = "toa-soan:da-thich";
const MOST_REMEMBERED = 2000; // comments, the newest
const list = document.querySelector("[data-likes]");
const mine = new Set(recall(LIKED, []));
let isLeaving = false;
window.addEventListener("pagehide", () => { isLeaving = true; });
window.addEventListener("pageshow", () => { isLeaving = false; });

function button(form) {
  const press = form.querySelector("button");
  const label = press.textContent;
  const id = Number(form.dataset.like);
  let likes = 0;
  let isBusy = false;

  const show = () => {
    const isMine = mine.has(id);
    press.setAttribute("aria-pressed", String(isMine));
    press.textContent = (isMine ? list.dataset.likeDone : label) + (likes ? ` (${likes.toLocaleString("vi-VN")})` : "");
  };

  const set = (isMine, count) => {
    if (isMine) mine.add(id);
    else mine.delete(id);
    remember(LIKED, [...mine].slice(-MOST_REMEMBERED));
    likes = Math.max(count, 0);
    show();
  };

  const say = (words) => {
    let status = form.querySelector("[role=status]");
    if (!status) {
      status = document.createElement("span");
      status.setAttribute("role", "status");
      form.append(status);
    }
    status.textContent = words;
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isBusy) return;
    const [before, wasMine] = [likes, mine.has(id)];
    isBusy = true;
    say("");
    set(!wasMine, likes + (wasMine ? -1 : 1));
    try {
      const body = new URLSearchParams({ lam: wasMine ? "bo" : "thich", may: browserName() });
      // It arrives also where the reader has gone on to another page meanwhile.
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" }, keepalive: true });
      if (!isJson(answer)) {
        set(wasMine, before);
        window.location.assign(form.action); // a page tells what has become of the comment
        return;
      }
      const told = await answer.json();
      set(answer.ok ? told.liked : wasMine, told.likes ?? before);
      if (!answer.ok) say(told.error);
    } catch {
      if (isLeaving) return;
      set(wasMine, before);
      say(list.dataset.likeFailed);
    } finally {
      isBusy = false;
    }
  });
  show();
  return { id, told: (count) => set(mine.has(id), count) };
}

async function count(buttons) {
  try {
    const answer = await fetch(`${list.dataset.likes}?bl=${buttons.map(({ id }) => id).join(",")}`);
    if (!answer.ok) return;
    const numbers = await answer.json();
    for (const each of buttons) each.told(numbers[each.id] ?? 0);
  } catch {
    // No numbers, then: one can like all the same.
  }
}

if (list) count([...list.querySelectorAll("[data-like]")].map(button));
