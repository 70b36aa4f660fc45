// A receipt remembers itself in this browser, for the page "Bình luận của tôi", with what it says now.
import { RECEIPTS, recall, remember } from "./this-browser.js";

const MOST = 200; // the newest

const receipt = document.querySelector("[data-receipt]");

if (receipt) {
  const told = receipt.dataset;
  const one = {
    address: told.receipt,
    state: told.receiptState,
    time: told.receiptTime,
    moment: told.receiptMoment,
    headline: told.receiptHeadline,
    words: told.receiptWords,
  };
  const known = recall(RECEIPTS, []);
  const others = Array.isArray(known) ? known.filter((each) => each?.address !== one.address) : [];
  remember(RECEIPTS, [one, ...others].sort((a, b) => String(b.time).localeCompare(String(a.time))).slice(0, MOST));
}
