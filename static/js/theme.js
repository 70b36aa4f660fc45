// Loaded before the first paint, so that a remembered choice of colours never flashes. No choice: the system's holds.
try {
  const remembered = localStorage.getItem("theme");
  if (remembered === "light" || remembered === "dark") document.documentElement.dataset.theme = remembered;
} catch {
  // Storage is switched off: the system's colours are good.
}
