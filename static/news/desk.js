/* Names for what the theme's scripts leave nameless, or name in English. */
const nameScrollers = () => {
  document.querySelectorAll("[data-simplebar]").forEach((box) => {
    const name = box.querySelector("table") ? "Bảng cuộn được" : box.closest("nav") ? "Các phòng, cuộn được" : "Bộ lọc, cuộn được";
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

document.addEventListener("DOMContentLoaded", silenceIcons);
document.addEventListener("DOMContentLoaded", nameWayHome);
document.addEventListener("DOMContentLoaded", nameScrollers);
document.addEventListener("DOMContentLoaded", nameColumns);
window.addEventListener("load", () => setTimeout(nameChoosers, 0));
document.addEventListener("formset:added", () => setTimeout(nameChoosers, 0));
