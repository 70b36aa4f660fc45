/* The palette: Ctrl K (or the button) opens a field that finds while one types. A combobox with a list: the field keeps
   the focus, the arrows move the choice, Enter goes there, Escape closes. Without this script the button leads to a page. */
const PAUSE = 120; // milliseconds without a key before the server is asked

const dialog = document.querySelector("[data-palette]");
const field = dialog?.querySelector("[role=combobox]");
const list = dialog?.querySelector("[role=listbox]");
const says = dialog?.querySelector("[role=status]");
let asking, waiting;

const options = () => [...list.querySelectorAll("[role=option]")];
const chosen = () => list.querySelector("[aria-selected=true]");

const choose = (option) => {
  chosen()?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  if (option) field.setAttribute("aria-activedescendant", option.id);
  else field.removeAttribute("aria-activedescendant");
  option?.scrollIntoView({ block: "nearest" });
};

const move = (step) => {
  const all = options();
  if (all.length) choose(all[(all.indexOf(chosen()) + step + all.length) % all.length]);
};

const line = (name, text) => {
  const part = document.createElement("span");
  part.className = name;
  part.textContent = text;
  return part;
};

const optionFor = (one, number) => {
  const option = document.createElement("a");
  Object.assign(option, { id: `palette-${number}`, href: one.address, className: "desk-palette-one", tabIndex: -1 });
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.append(line("desk-palette-title", one.title));
  if (one.detail) option.append(line("desk-row-meta", one.detail));
  return option;
};

const groupFor = (group, place, first) => {
  const box = document.createElement("div");
  const title = line("desk-palette-kind", group.title);
  title.id = `palette-kind-${place}`;
  box.setAttribute("role", "group");
  box.setAttribute("aria-labelledby", title.id);
  box.append(title, ...group.found.map((one, number) => optionFor(one, first + number)));
  return box;
};

const show = (groups) => {
  let number = 0;
  list.replaceChildren(...groups.map((group, place) => {
    const box = groupFor(group, place, number);
    number += group.found.length;
    return box;
  }));
  field.setAttribute("aria-expanded", String(number > 0));
  says.textContent = number ? `${dialog.dataset.found} ${number}` : dialog.dataset.nothing;
  choose(options()[0]);
};

const ask = async () => {
  asking?.abort();
  const mine = (asking = new AbortController());
  const address = `${dialog.dataset.palette}?${new URLSearchParams({ q: field.value, dang: "json" })}`;
  try {
    const answer = await fetch(address, { signal: mine.signal, headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected) throw new Error(answer.status);
    show((await answer.json()).groups);
  } catch {
    if (mine.signal.aborted) return; // a newer question is on its way
    show([]);
    says.textContent = dialog.dataset.failed;
  }
};

const open = () => {
  if (dialog.open) return field.select();
  dialog.showModal();
  field.select();
  ask();
};

const typed = () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, PAUSE);
};

const steer = (event) => {
  if (event.isComposing) return; // a Vietnamese letter is still being put together
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in steps) {
    event.preventDefault();
    move(steps[event.key]);
  } else if (event.key === "Enter" && chosen()) {
    event.preventDefault();
    location.assign(chosen().href);
  }
};

/* Before the theme's own palette, which hears the same keys. */
const shortcut = (event) => {
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  open();
};

if (dialog?.showModal) {
  const button = document.querySelector("[data-palette-open]");
  button.setAttribute("aria-haspopup", "dialog");
  button.setAttribute("aria-keyshortcuts", "Control+K");
  button.querySelector("[data-palette-keys]").hidden = false;
  button.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // into another tab: the page
    event.preventDefault();
    open();
  });
  dialog.querySelector("[data-palette-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  field.addEventListener("input", typed);
  field.addEventListener("keydown", steer);
  window.addEventListener("keydown", shortcut, true);
}
