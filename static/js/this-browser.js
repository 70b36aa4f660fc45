// What this browser remembers for its reader, and how it names itself where likes and reports are counted once. The name is
// random, is sent with those two alone, and says nothing else; nothing here is a cookie.

const NAME = "toa-soan:may";
export const RECEIPTS = "toa-soan:phieu";

export const storage = (() => {
  try {
    return window.localStorage;
  } catch {
    return null; // private windows may forbid it
  }
})();

export function random() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function recall(key, otherwise) {
  try {
    return JSON.parse(storage?.getItem(key) ?? "null") ?? otherwise;
  } catch {
    return otherwise; // not ours, or broken
  }
}

export function remember(key, what) {
  try {
    storage?.setItem(key, JSON.stringify(what));
  } catch {
    // The storage is full: what it was for works without it.
  }
}

export function browserName() {
  const name = recall(NAME, "");
  if (/^[0-9a-f]{32}$/.test(name)) return name;
  const fresh = random();
  remember(NAME, fresh);
  return fresh;
}

export function isJson(answer) {
  return (answer.headers.get("Content-Type") ?? "").startsWith("application/json");
}
