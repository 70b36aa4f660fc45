/* How far a long act is: asked every two seconds, told in words; at its end the page is shown anew. */
const EVERY = 2000; // ms

const follow = (box) => {
  const bar = box.querySelector("progress");
  const words = box.querySelector("[data-words]");
  const ask = async () => {
    try {
      const answer = await fetch(box.dataset.progress, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const said = await answer.json();
      if (!said.left) {
        location.reload();
        return;
      }
      bar.value = bar.max - said.left;
      words.textContent = said.words;
    } catch {
      /* the line is cut for a moment: asked again */
    }
    setTimeout(ask, EVERY);
  };
  setTimeout(ask, EVERY);
};

document.querySelectorAll("[data-progress]").forEach(follow);
