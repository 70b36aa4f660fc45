/* Moves rows of a table up and down by buttons, and keeps their numbers in step. Without it the numbers are typed. */
const ROW = "tbody.form-group";
const tableOf = (row) => row.closest("[data-ordering-field]");
const rowsOf = (table) => [...table.querySelectorAll(`${ROW}:not(.empty-form)`)].filter(numberOf);
const numberOf = (row) => row.querySelector(`input[name$="-${tableOf(row).dataset.orderingField}"]`);
/* A row that nobody has filled is sent as it came: with a number it would pass for a filled one. */
const isFilled = (row) =>
  [...row.querySelectorAll("input:not([type=checkbox], [type=hidden]), select, textarea")].some((field) => field !== numberOf(row) && field.value);

const status = document.createElement("p");
status.className = "sr-only";
status.setAttribute("role", "status");

const put = (row, number) => {
  const field = numberOf(row);
  if (field.value === String(number)) return;
  field.value = number;
  field.dispatchEvent(new Event("change", { bubbles: true }));
};
const show = () =>
  document.querySelectorAll("[data-ordering-field]").forEach((table) => {
    const rows = rowsOf(table);
    rows.forEach((row, place) => {
      const buttons = row.querySelector("[data-move-row]");
      if (!buttons) return;
      buttons.hidden = rows.length < 2;
      const [up, down] = buttons.querySelectorAll("button");
      up.setAttribute("aria-disabled", place === 0); // not disabled: it would lose the focus
      down.setAttribute("aria-disabled", place === rows.length - 1);
    });
  });

const move = (button) => {
  const row = button.closest(ROW);
  const rows = rowsOf(tableOf(row));
  const from = rows.indexOf(row);
  const to = from + Number(button.dataset.move);
  const words = button.parentElement.dataset;
  if (!rows[to]) {
    status.textContent = words.end;
    return;
  }
  if (to < from) rows[to].before(row);
  else rows[to].after(row);
  rowsOf(tableOf(row)).forEach((each, place) => isFilled(each) && put(each, place));
  show();
  button.focus();
  status.textContent = words.said.replace("{from}", from + 1).replace("{to}", to + 1).replace("{all}", rows.length);
};

/* A row that is filled for the first time comes last. */
const comesLast = (row) => {
  const numbers = rowsOf(tableOf(row)).filter((each) => each !== row && isFilled(each)).map((each) => Number(numberOf(each).value));
  if (numberOf(row).value === "0" && numbers.length && isFilled(row)) put(row, Math.max(...numbers) + 1);
};
const changed = ({ target }) => {
  const row = target.closest?.(`[data-ordering-field] ${ROW}:not(.empty-form):not(.original)`);
  if (!row || row.dataset.placed !== undefined || target === numberOf(row)) return;
  row.dataset.placed = "";
  comesLast(row);
};

if (document.querySelector("[data-move-row]")) {
  document.body.append(status);
  document.addEventListener("click", ({ target }) => target.matches?.("[data-move]") && move(target));
  document.querySelectorAll(`[data-ordering-field] ${ROW}`).forEach((row) => { if (numberOf(row) && isFilled(row)) row.dataset.placed = ""; });
  if (window.django?.jQuery) window.django.jQuery(document).on("change", changed); // a chooser tells by jQuery
  else document.addEventListener("change", changed);
  document.addEventListener("formset:added", show);
  document.addEventListener("formset:removed", show);
  show();
}
