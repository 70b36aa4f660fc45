/* Keeps every change in this browser until the server has it, and offers what a crash or a cut line left there. */
import { ROWS, clock, editors, fill, form, hear, isOurRow, part, place, tab, tell, typed, whenEditorsAre } from "./writing.js";

const PREFIX = "toa-soan-chu";
const keyNow = () => `${PREFIX}:${place.dataset.person}:${place.dataset.article || `moi-${tab}`}`;
const ASIDE = ":gac-lai";
const aside = (key) => (key.endsWith(ASIDE) ? key : key + ASIDE);

const read = (key) => {
  try {
    const copy = JSON.parse(localStorage.getItem(key));
    return Array.isArray(copy?.fields) ? copy : null;
  } catch {
    return null;
  }
};
let offered = null; // what was found and nobody has decided about yet
let begunWith = ""; // what stood in the form then
const keep = () => {
  if (offered && JSON.stringify(typed()) === begunWith) return; // a page that is left untouched writes over nothing
  if (offered) localStorage.setItem(aside(offered.key), JSON.stringify(offered.copy));
  const chosen = [...form.querySelectorAll("select")].flatMap((select) => [...select.selectedOptions].map((option) => [select.name, option.value, option.text]));
  const copy = { at: new Date().toISOString(), revision: form.elements.seen.value, fields: typed(), chosen };
  try {
    localStorage.setItem(keyNow(), JSON.stringify(copy));
  } catch {
    tell("full");
  }
};
const forget = () => {
  localStorage.removeItem(keyNow());
  if (place.dataset.article) localStorage.removeItem(`${PREFIX}:${place.dataset.person}:moi-${tab}`);
};

/* The copies of this article; of a new one also what other tabs left behind. */
const found = () => {
  const keys = [keyNow(), aside(keyNow())];
  if (!place.dataset.article) {
    const left = Object.keys(localStorage).filter((key) => key.startsWith(`${PREFIX}:${place.dataset.person}:moi-`) && !keys.includes(key));
    keys.push(...left.sort((one, other) => (read(other)?.at ?? "").localeCompare(read(one)?.at ?? "")));
  }
  return keys.map((key) => ({ key, copy: read(key) })).filter(({ copy }) => copy);
};

const plain = (value) => value.replace(/&nbsp;|\u00a0|\s+/g, " ").replace(/\s*(<[^>]+>)\s*/g, "$1").trim();
const grouped = (fields) => {
  const groups = {};
  fields.filter(([name]) => !/_FORMS$/.test(name)).forEach(([name, value]) => (groups[name] ??= []).push(plain(value)));
  return groups;
};
/* Whether a copy has the rows that it counts; one from before they were kept has none of them. */
const knowsRows = (fields, prefix) => {
  const total = fields.find(([name]) => name === `${prefix}-TOTAL_FORMS`)?.[1];
  return total === "0" || fields.some(([name]) => name.startsWith(`${prefix}-`) && isOurRow(name));
};
const differs = (copy) => {
  const [mine, theirs] = [grouped(copy.fields), grouped(typed())];
  const isEmptyRow = (name) => {
    if (!isOurRow(name)) return false;
    const about = name.replace(/\w+$/, ROWS[name.split("-")[0]]);
    return !(mine[about] ?? theirs[about] ?? [""])[0];
  };
  const known = (name) => !isOurRow(name) || knowsRows(copy.fields, name.split("-")[0]);
  return Object.keys({ ...mine, ...theirs }).some((name) => known(name) && !isEmptyRow(name) && String(mine[name] ?? "") !== String(theirs[name] ?? ""));
};

const shown = (fields, box) => {
  const values = Object.fromEntries(fields);
  const body = new DOMParser().parseFromString(values.body ?? "", "text/html").body;
  const blocks = [...body.querySelectorAll("p, h2, h3, li, figcaption, td, th")].map((block) => block.textContent);
  const lines = [values.headline, values.standfirst, ...(blocks.length ? blocks : [body.textContent])];
  box.replaceChildren(
    ...lines.filter(Boolean).map((text, place) => {
      const line = document.createElement(place ? "p" : "h4");
      line.textContent = text;
      return line;
    }),
  );
};

const set = (name, values, labels) => {
  const editor = editors().find((each) => each.element.$.name === name);
  const shown = editor && new Promise((done) => editor.setData(values[0] ?? "", done));
  form.querySelectorAll(`[name="${CSS.escape(name)}"]`).forEach((field) => {
    if (field.type === "file") return;
    if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
    else if (field.tagName === "SELECT") choose(field, values, labels);
    else field.value = values[0] ?? "";
    field.dispatchEvent(new Event("change", { bubbles: true }));
    window.django?.jQuery?.(field).trigger("change");
  });
  return shown;
};
const choose = (select, values, labels) => {
  values.forEach((value) => {
    if (![...select.options].some((option) => option.value === value)) select.add(new Option(labels[value] ?? value, value));
  });
  [...select.options].forEach((option) => { option.selected = values.includes(option.value); });
};
const addRows = (prefix, wanted) => {
  for (let tries = 0; tries < 30 && Number(form.elements[`${prefix}-TOTAL_FORMS`]?.value ?? wanted) < wanted; tries += 1) {
    const add = form.querySelector(`#${prefix}-group .add-row a, #${prefix}-group a.add-row, #${prefix}-group .add-row`);
    if (!add) return;
    add.click();
  }
};
const use = (copy) => {
  const values = {};
  copy.fields.forEach(([name, value]) => (values[name] ??= []).push(value));
  const known = Object.keys(ROWS).filter((prefix) => knowsRows(copy.fields, prefix));
  known.forEach((prefix) => addRows(prefix, Number(values[`${prefix}-TOTAL_FORMS`]?.[0] ?? 0)));
  const names = new Set([...Object.keys(values), ...typed().map(([name]) => name)]);
  form.querySelectorAll("[type=checkbox][name], select[multiple][name]").forEach((field) => names.add(field.name));
  const ours = [...names].filter((name) => !/_FORMS$|__prefix__/.test(name) && (!/-\d+-/.test(name) || (isOurRow(name) && known.includes(name.split("-")[0]))));
  return Promise.all(
    ours.map((name) => {
      const chosen = (copy.chosen ?? []).filter(([field]) => field === name).map(([, value, text]) => [value, text]);
      return set(name, values[name] ?? [], Object.fromEntries(chosen));
    }),
  );
};

const offer = ({ key, copy }) => {
  offered = { key, copy };
  const exact = { second: "2-digit" };
  const moments = { browser: clock(copy.at, exact), server: place.dataset.savedAt && clock(place.dataset.savedAt, exact) };
  const which = !place.dataset.savedAt ? "alone" : new Date(copy.at) > new Date(place.dataset.savedAt) ? "browser" : "server";
  part("copy-newer").textContent = fill(part("copy-newer").dataset[which], moments);
  shown(copy.fields, part("copy-mine"));
  shown(typed(), part("copy-theirs"));
  part("copy").hidden = false;
  const choosing = (open) => {
    part("copy-choice").hidden = !open;
    part("copy-aside").hidden = open;
  };
  const close = () => {
    offered = null;
    localStorage.removeItem(key);
    localStorage.removeItem(aside(key));
    part("copy").hidden = true;
  };
  part("copy-use").onclick = async () => {
    await use(copy);
    close();
    keep(); // until the server has it, it stays here
    form.elements.headline.focus();
  };
  part("copy-leave").onclick = () => {
    offered = null;
    localStorage.removeItem(key);
    localStorage.setItem(aside(key), JSON.stringify(copy));
    choosing(false);
    part("copy-back").focus();
  };
  part("copy-back").onclick = () => {
    choosing(true);
    part("copy-use").focus();
  };
  part("copy-drop").onclick = close;
  choosing(true);
};

const start = () => {
  const left = found();
  begunWith = JSON.stringify(typed());
  hear("typed", keep);
  hear("saved", ({ text }) => text === JSON.stringify(typed()) && forget());
  if (place.dataset.unsaved !== undefined) return; // the form came back with what was typed
  left.filter(({ copy }) => !differs(copy)).forEach(({ key }) => localStorage.removeItem(key));
  const other = left.find(({ copy }) => differs(copy));
  if (other) offer(other);
};

if (form) {
  let begun = false;
  const once = () => {
    if (begun) return;
    begun = true;
    start();
  };
  whenEditorsAre(once); // it has the text in its own spelling
  if (!form.querySelector("[data-type=ckeditortype]")) once();
}
