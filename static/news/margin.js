/* Notes in the margin: passages are chosen in the text and found there again, posting leaves the page where it is. */
import { bringBack, keep } from "./margin-drafts.js";
import { about, aboutAsTyped, aboutChosen, compose, heed, watch } from "./margin-new.js";
import { fields, panel, part, sender, unfold } from "./margin-panel.js";
import { goToNote, lookAgain, lookUp, lookUpSoon } from "./margin-passages.js";
import { places } from "./margin-places.js";
import { refresh, submit } from "./margin-posting.js";
import { form, hear, whenEditorsAre } from "./writing.js";

const start = () => {
  part("plain").hidden = true;
  part("keys").hidden = false;
  bringBack(sender).forEach(unfold);
  aboutAsTyped();
  places().filter((place) => place.element?.ownerDocument === document).forEach(watch); // the editor's comes with it
  document.addEventListener("keydown", heed);
  part("drop").addEventListener("click", () => {
    about(null);
    fields("text").focus();
  });
  part("new").querySelector("summary").addEventListener("click", () => {
    if (!part("new").open && !fields("text").value) aboutChosen();
  });
  panel.addEventListener("input", () => keep(sender));
  sender.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(event.submitter);
  });
  lookAgain();
  const asked = document.getElementById(window.location.hash.slice(1))?.closest("[data-note]");
  if (asked) goToNote(asked);
};

if (panel && sender) {
  start();
  if (form) {
    form.addEventListener("input", lookUpSoon);
    hear("note-asked", compose);
    hear("around", ({ notes: stamp }) => stamp !== undefined && stamp !== part("list").dataset.stamp && refresh());
    whenEditorsAre((editor) => {
      const begin = () => {
        const place = places().find((each) => each.field === editor.element.$.name);
        if (place?.element) watch(place);
        lookUp();
      };
      editor.on("change", lookUpSoon);
      editor.on("contentDom", begin);
      begin();
    });
  }
}
