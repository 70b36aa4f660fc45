// Sends a comment without leaving the page until it has arrived. Each draft gets a key, so that however often it is sent it is
// one comment; while the network is gone the form says so, and sends by itself as soon as it can. What the server has against
// it is shown by the form itself, sent the ordinary way.
import { random } from "./this-browser.js";

const PATIENCE = 20000; // milliseconds until no answer counts as no network
const PAUSES = [3000, 10000, 30000, 60000]; // between tries; the last one over and over

function sender(form) {
  const button = form.querySelector("button[type=submit]");
  const status = form.querySelector("[data-sending-status]");
  const key = document.createElement("input");
  let sent = ""; // the words that the key stands for
  let tries = 0;
  let timer = null;
  let isBusy = false;
  key.type = "hidden";
  key.name = "khoa";
  form.append(key);

  const typed = () => {
    const fields = new FormData(form);
    fields.delete(key.name);
    return new URLSearchParams(fields);
  };

  // Other words are another draft: the same key would only be ignored.
  const name = () => {
    const words = typed().toString();
    if (words !== sent) key.value = random();
    sent = words;
  };

  const wait = () => {
    button.disabled = false;
    status.textContent = form.dataset.offline;
    status.classList.add("offline");
    timer = setTimeout(send, PAUSES[Math.min(tries++, PAUSES.length - 1)]);
  };

  const stop = () => {
    clearTimeout(timer);
    timer = null;
  };

  async function send() {
    if (isBusy) return;
    stop();
    name();
    isBusy = true;
    button.disabled = true;
    status.textContent = form.dataset.sending;
    status.classList.remove("offline");
    const body = typed();
    body.set(key.name, key.value);
    try {
      const answer = await fetch(form.action, { method: "POST", body, signal: AbortSignal.timeout?.(PATIENCE) });
      if (answer.redirected) window.location.assign(answer.url);
      else form.submit(); // the page that comes back tells what stands in its way
    } catch {
      wait();
    } finally {
      isBusy = false;
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    tries = 0;
    send();
  });
  form.addEventListener("input", () => {
    if (timer === null) return;
    stop(); // somebody who goes on writing presses the button when it is done
    status.textContent = "";
    status.classList.remove("offline");
  });
  window.addEventListener("online", () => {
    if (timer !== null) send();
  });
}

document.querySelectorAll("form[data-offline]").forEach(sender);
