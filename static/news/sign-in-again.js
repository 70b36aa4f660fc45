/* The session ended while somebody wrote: they sign in on top of the page, whatever steps that takes, and go on. */
import { form, hear, part, place, renewToken, tell } from "./writing.js";

const dialog = form && part("sign-in");
const waiting = [];
let putOff = false; // then only a button brings it back, not every pause in the typing

const open = ({ asked, then }) => {
  if (then) waiting.splice(0, waiting.length, then);
  if (dialog.open || (putOff && !asked)) return;
  part("sign-in-frame").src = place.dataset.signedIn;
  dialog.showModal();
};
const close = () => {
  dialog.close();
  part("sign-in-frame").removeAttribute("src");
};

const putAway = () => {
  putOff = true;
  waiting.length = 0;
};

if (form) {
  hear("signed-out", open);
  part("sign-in-later").addEventListener("click", () => {
    putAway();
    close();
  });
  dialog.addEventListener("cancel", putAway);
  window.addEventListener("message", (event) => {
    if (event.origin !== window.location.origin || event.source !== part("sign-in-frame").contentWindow) return;
    if (event.data !== "desk:signed-in") return;
    const acts = waiting.splice(0);
    close();
    putOff = false;
    renewToken();
    tell("signed-in");
    acts.forEach((act) => act());
  });
}
