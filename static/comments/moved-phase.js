/* The button that moved a phase keeps the focus on the page that came back: the theme's scroller takes it from autofocus. */
const focusMoved = () => document.querySelector("[data-moved]")?.focus();
if (document.readyState === "complete") focusMoved();
else window.addEventListener("load", focusMoved);
