/* The session ended while somebody wrote: they sign in on top of the page, whatever steps that takes, and go on. */
import { form, hear, part, place, renewToken, tell } from "./writing.js";

const dialog = form && part("sign-in");
const waiting = [];

const open = ({ then } = {}) => {
  if (then) waiting.push(then);
  if (dialog.open) return;
  part("sign-in-frame").src = place.dataset.signedIn;
  dialog.showModal();
};
const close = () => {
  dialog.close();
  part("sign-in-frame").removeAttribute("src");
};

if (form) {
  hear("signed-out", open);
  part("sign-in-later").addEventListener("click", () => {
    waiting.length = 0;
    close();
  });
  window.addEventListener("message", (event) => {
    if (event.origin !== window.location.origin || event.source !== part("sign-in-frame").contentWindow) return;
    if (event.data !== "desk:signed-in") return;
    close();
    renewToken();
    tell("signed-in");
    waiting.splice(0).forEach((act) => act());
  });
}
