/* Pointing at what must stay in the picture writes the two percentages. */
const x = document.querySelector("#id_focal_x");
const y = document.querySelector("#id_focal_y");

document.querySelectorAll("[data-focal-point]").forEach((frame) => {
  if (!x || !y) return;
  const picture = frame.querySelector("img");
  const mark = document.createElement("span");
  mark.className = "desk-focus-mark";
  frame.append(mark);

  const place = () => {
    mark.style.insetInlineStart = `${x.value}%`;
    mark.style.insetBlockStart = `${y.value}%`;
  };
  picture.addEventListener("click", (event) => {
    const box = picture.getBoundingClientRect();
    x.value = Math.round(((event.clientX - box.left) / box.width) * 100);
    y.value = Math.round(((event.clientY - box.top) / box.height) * 100);
    place();
  });
  [x, y].forEach((field) => field.addEventListener("input", place));
  place();
});
