/* Names for what the theme's scripts leave nameless, or name in English. */
const nameScrollers = () => {
  document.querySelectorAll("[data-simplebar]").forEach((box) => {
    const heading = document.getElementById(box.closest("fieldset")?.getAttribute("aria-labelledby"))?.textContent.trim();
    const name = heading ? `${heading}, cuộn được` : box.querySelector("table") ? "Bảng cuộn được" : box.closest("nav") ? "Các phòng, cuộn được" : "Bộ lọc, cuộn được";
    box.setAttribute("data-simplebar-aria-label", name);
  });
};

const nameColumns = () => {
  document.querySelectorAll("table.formset thead th").forEach((head) => {
    if (head.textContent.trim()) return;
    const name = document.createElement("span");
    name.className = "sr-only";
    name.textContent = "Bỏ dòng";
    head.append(name);
  });
};

const nameChoosers = () => {
  document.querySelectorAll(".select2-container").forEach((chooser) => {
    const field = chooser.previousElementSibling;
    const label = field?.getAttribute("aria-label") || field?.labels?.[0]?.textContent.trim();
    if (!label) return;
    chooser.querySelectorAll(".select2-selection, .select2-selection__rendered, .select2-search__field").forEach((part) => {
      part.removeAttribute("aria-labelledby");
      part.setAttribute("aria-label", label);
    });
  });
};

/* The theme's icons are words in a font of pictures; nobody wants them read aloud. */
const silenceIcons = () => {
  document.querySelectorAll("span.material-symbols-outlined").forEach((icon) => icon.setAttribute("aria-hidden", "true"));
};

/* The way home above the rooms is only such an icon. */
const nameWayHome = () => {
  document.querySelectorAll("nav a[href]:not([aria-label])").forEach((link) => {
    const icon = link.querySelector(":scope > span.material-symbols-outlined:only-child");
    if (icon && icon.textContent.trim() === link.textContent.trim()) link.setAttribute("aria-label", "Việc hôm nay");
  });
};

/* So is the button that sends a search. */
const nameSearch = () => document.getElementById("searchbar-submit")?.setAttribute("aria-label", "Tìm");

/* The theme folds the rooms away by a click on an icon alone: the keyboard must be able to as well. */
const foldByKeyboard = () => {
  document.querySelectorAll("#header-inner span[x-on\\:click^='sidebar']").forEach((icon) => {
    Object.entries({ role: "button", tabindex: "0", "aria-label": "Mở hoặc đóng danh sách phòng" }).forEach(([name, value]) => icon.setAttribute(name, value));
    icon.removeAttribute("aria-hidden");
    icon.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      icon.click();
    });
  });
};

document.addEventListener("DOMContentLoaded", silenceIcons);
document.addEventListener("DOMContentLoaded", foldByKeyboard);
document.addEventListener("DOMContentLoaded", nameSearch);
document.addEventListener("DOMContentLoaded", nameWayHome);
document.addEventListener("DOMContentLoaded", nameScrollers);
document.addEventListener("DOMContentLoaded", nameColumns);
window.addEventListener("load", () => setTimeout(nameChoosers, 0));
document.addEventListener("formset:added", () => setTimeout(nameChoosers, 0));
