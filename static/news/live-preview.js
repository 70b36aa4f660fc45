/* A form with a preview: what the button “Xem trước” shows after a click comes by itself while one types. */
const PAUSE = 500; // ms after the last letter; a Vietnamese word is done by then

document.querySelectorAll("form[data-live-preview]").forEach((form) => {
  const place = document.getElementById(form.dataset.livePreview);
  let waiting = 0;
  let asked = new AbortController();

  const show = async () => {
    asked.abort();
    asked = new AbortController();
    const body = new FormData(form);
    body.append("preview", "1");
    try {
      const answer = await fetch(form.action, { method: "POST", body, signal: asked.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(place.id);
      if (fresh) place.replaceChildren(...fresh.childNodes);
    } catch {
      // No connection, or asked again meanwhile: the last preview stays.
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, PAUSE);
  });
  form.querySelector("[name=preview]").hidden = true;
});
