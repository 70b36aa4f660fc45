// The switch between light and dark. It is hidden in the HTML: without this module it would do nothing.
const root = document.documentElement;
const button = document.querySelector("[data-theme-switch]");
const system = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
const show = () => button.setAttribute("aria-pressed", String(isDark()));

const choose = () => {
  const theme = isDark() ? "light" : "dark";
  root.dataset.theme = theme;
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // Not remembered; still switched for this page.
  }
  show();
};

if (button) {
  button.addEventListener("click", choose);
  system.addEventListener("change", show);
  show();
  button.hidden = false;
}
