/* Moves rows of a table up and down by buttons, and keeps their numbers in step. Without it the numbers are typed. */
const ROW = "tbody.form-group";
const tableOf = (row) => row.closest("[data-ordering-field]");
const numberOf = (row) => row.querySelector(`input[name$="-${tableOf(row).dataset.orderingField}"]`);
const rowsOf = (table) => [...table.querySelectorAll(`${ROW}:not(.empty-form)`)].filter(numberOf);
const alwaysSays = (field) => field.tagName === "SELECT" && !field.hasAttribute("data-ajax--url"); // what one did as an author
const isFilled = (row) =>
  [...row.querySelectorAll("input:not([type=checkbox], [type=hidden]), select, textarea")].some((field) => field !== numberOf(row) && field.value && !alwaysSays(field));

const status = document.createElement("p");
status.className = "sr-only";
status.setAttribute("role", "status");
let numbering = false;

/* The rows' numbers are their places. A row that nobody has filled is sent as it came: with a number it would pass for a
   filled one. */
const number = (table) => {
  numbering = true;
  rowsOf(table).forEach((row, place) => {
    const field = numberOf(row);
    if (!isFilled(row) || field.value === String(place)) return;
    field.value = place;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  numbering = false;
};
/* Buttons that lead nowhere say so; they are not disabled, for that would cost them the focus. */
const show = () =>
  document.querySelectorAll("[data-ordering-field]").forEach((table) => {
    const rows = rowsOf(table);
    rows.forEach((row, place) => {
      const buttons = row.querySelector("[data-move-row]");
      if (!buttons) return;
      table.dataset.ordered = "";
      buttons.hidden = false;
      const [up, down] = buttons.querySelectorAll("button");
      up.setAttribute("aria-disabled", place === 0);
      down.setAttribute("aria-disabled", place === rows.length - 1);
    });
  });
/* Rows stand as their numbers say, empty ones last; of two with one number the one that was changed stands first. */
const sort = (table, changed = null) => {
  const rows = rowsOf(table);
  const key = (row) => [isFilled(row) ? 0 : 1, Number(numberOf(row).value), row === changed ? 0 : 1];
  const wanted = [...rows].sort((one, other) => key(one).map((each, place) => each - key(other)[place]).find(Boolean) ?? 0);
  if (wanted.every((row, place) => row === rows[place])) return;
  const held = document.activeElement;
  const after = rows.at(-1).nextSibling;
  wanted.forEach((row) => after ? after.before(row) : row.parentNode.append(row));
  if (table.contains(held)) held.focus();
};

const move = (button) => {
  const row = button.closest(ROW);
  const table = tableOf(row);
  const rows = rowsOf(table);
  const from = rows.indexOf(row);
  const to = from + Number(button.dataset.move);
  const words = button.parentElement.dataset;
  if (!rows[to]) {
    status.textContent = words.end;
    return;
  }
  if (to < from) rows[to].before(row);
  else rows[to].after(row);
  number(table);
  show();
  button.focus();
  status.textContent = words.said.replace("{from}", from + 1).replace("{to}", to + 1).replace("{all}", rows.length);
};

/* A number was set, by hand or by another script; or a row was filled for the first time, which then comes last. */
const changed = ({ target }) => {
  const row = target.closest?.(`[data-ordering-field] ${ROW}:not(.empty-form)`);
  if (!row || numbering || !numberOf(row)) return;
  const table = tableOf(row);
  if (target === numberOf(row)) {
    sort(table, row);
    number(table);
  } else if (row.dataset.placed === undefined && isFilled(row)) {
    number(table);
  }
  if (isFilled(row)) row.dataset.placed = "";
  show();
};

if (document.querySelector("[data-move-row]")) {
  document.body.append(status);
  document.querySelectorAll("[data-ordering-field]").forEach((table) => {
    sort(table);
    rowsOf(table).filter(isFilled).forEach((row) => { row.dataset.placed = ""; });
  });
  document.addEventListener("click", ({ target }) => target.matches?.("[data-move]") && move(target));
  if (window.django?.jQuery) window.django.jQuery(document).on("change", changed); // a chooser tells by jQuery
  else document.addEventListener("change", changed);
  document.addEventListener("formset:added", show);
  document.addEventListener("formset:removed", show);
  show();
}
