// The page for a report opens as a dialog over the comment. Its form is the page's own, fetched when it is asked for; if that
// doesn't work, the link leads to the page.
import { browserName, isJson } from "./this-browser.js";

const words = document.querySelector("[data-likes]")?.dataset;

async function formOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const form = page.querySelector("[data-report-form]");
  if (!form) throw new Error("no form");
  return [page.querySelector("h1"), page.querySelector(".quoted"), form];
}

function said(form, sentence, isError) {
  let place = form.querySelector("[data-report-said]");
  if (!place) {
    place = document.createElement("p");
    place.dataset.reportSaid = "";
    place.tabIndex = -1;
    form.prepend(place);
  }
  place.className = isError ? "trouble" : "";
  place.setAttribute("role", isError ? "alert" : "status");
  place.textContent = sentence;
  place.focus();
}

async function send(form) {
  const button = form.querySelector("button[type=submit]");
  const body = new URLSearchParams(new FormData(form));
  body.set("may", browserName());
  button.disabled = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    if (!isJson(answer)) {
      window.location.assign(form.action); // a page tells what has become of the comment
      return;
    }
    const told = await answer.json();
    if (answer.ok) form.querySelectorAll("fieldset, .field, .field-note, button[type=submit]").forEach((part) => part.remove());
    said(form, told.said ?? told.error, !answer.ok);
  } catch {
    said(form, words.reportFailed, true);
  }
  button.disabled = false;
}

function dialogFor(title, quoted, form) {
  const dialog = document.createElement("dialog");
  const close = document.createElement("button");
  dialog.className = "report-dialog";
  title.id = "tieu-de-bao-cao";
  dialog.setAttribute("aria-labelledby", title.id);
  close.type = "button";
  close.className = "button";
  close.textContent = words.reportClose;
  close.addEventListener("click", () => dialog.close());
  form.action = form.getAttribute("action");
  form.append(close);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form);
  });
  dialog.append(title, quoted, form);
  dialog.addEventListener("close", () => dialog.remove());
  return dialog;
}

for (const link of document.querySelectorAll("[data-report]")) {
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    try {
      const dialog = dialogFor(...(await formOf(link.href)));
      document.body.append(dialog);
      dialog.showModal();
    } catch {
      window.location.assign(link.href);
    }
  });
}
