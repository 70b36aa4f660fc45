/* The panel of notes in the margin and its parts; everything in it belongs to one form outside the article's. */
export const panel = document.querySelector("[data-margin]");
export const sender = document.getElementById("ghi-chu");
export const part = (name) => panel.querySelector(`[data-margin-${name}]`);
export const notes = () => [...panel.querySelectorAll("[data-note][data-exact]")];

export const NEW = "moi";
export const fields = (name) => sender.elements[`${NEW}-${name}`]; // of a new note

export const unfold = (element) => {
  for (let outer = element; outer && outer !== document; outer = outer.parentElement) if (outer.tagName === "DETAILS") outer.open = true;
};
