// "Bình luận của tôi": the receipts that this browser remembers. Of those that were waiting it asks what has become of them; the
// list itself never leaves the browser.
import { RECEIPTS, recall, remember } from "./this-browser.js";

const OURS = /^\/binh-luan\/phieu\/[\w-]+\/$/;
const ASKED = 10; // receipts at most: the newest are those whose fate one waits for

const page = document.querySelector("[data-own-comments]");
const part = (name) => page.querySelector(`[data-own-${name}]`);

const known = () => {
  const rows = recall(RECEIPTS, []);
  return Array.isArray(rows) ? rows.filter((row) => OURS.test(row?.address)) : [];
};

function forget(address) {
  remember(RECEIPTS, address ? known().filter((row) => row.address !== address) : []);
  show();
  part("status").textContent = address ? part("status").dataset.one : part("status").dataset.all;
}

function rowFor(receipt) {
  const row = part("row").content.cloneNode(true);
  const piece = (name) => row.querySelector(`[data-own-${name}]`);
  piece("link").href = receipt.address;
  piece("link").textContent = receipt.words || receipt.headline || receipt.address;
  piece("state").textContent = receipt.state ?? "";
  piece("headline").textContent = receipt.headline ?? "";
  piece("time").dateTime = receipt.time ?? "";
  piece("time").textContent = receipt.moment ?? "";
  piece("forget").addEventListener("click", () => {
    forget(receipt.address);
    (page.querySelector("[data-own-forget]") ?? page.querySelector("h1")).focus();
  });
  return row;
}

function show() {
  const rows = known();
  part("list").replaceChildren(...rows.map(rowFor));
  part("none").hidden = rows.length > 0;
  part("all").hidden = rows.length < 2;
}

// What the receipt says today, read from the page that its holder would open.
async function renewed(receipt) {
  try {
    const answer = await fetch(receipt.address);
    if (!answer.ok) return receipt;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-receipt]");
    return found ? { ...receipt, state: found.dataset.receiptState } : receipt;
  } catch {
    return receipt;
  }
}

async function renew() {
  const asked = known().slice(0, ASKED);
  const fresh = new Map((await Promise.all(asked.map(renewed))).map((row) => [row.address, row]));
  remember(RECEIPTS, known().map((row) => fresh.get(row.address) ?? row)); // some may be forgotten meanwhile
  show();
}

if (page) {
  page.querySelector("h1").tabIndex = -1;
  part("all").querySelector("button").addEventListener("click", () => {
    forget(null);
    page.querySelector("h1").focus();
  });
  show();
  renew();
}
