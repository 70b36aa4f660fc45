/* Pointing at what must stay in the picture writes the two percentages; the crops beside it follow. */
const x = document.querySelector("#id_focal_x");
const y = document.querySelector("#id_focal_y");
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const percent = (number) => Math.min(100, Math.max(0, Math.round(number)));

const liven = (place) => {
  const frame = place.querySelector("[data-frame]");
  const picture = frame.querySelector("img");
  const crops = place.querySelectorAll("[data-crop]");
  const mark = document.createElement("button");
  mark.type = "button";
  mark.className = "desk-focus-mark";
  frame.append(mark);

  const show = () => {
    const [across, down] = [percent(Number(x.value)), percent(Number(y.value))];
    mark.style.insetInlineStart = `${across}%`;
    mark.style.insetBlockStart = `${down}%`;
    mark.setAttribute("aria-label", `Tâm điểm: ${across} % từ trái, ${down} % từ trên. Dời bằng phím mũi tên.`);
    crops.forEach((crop) => (crop.style.objectPosition = `${across}% ${down}%`)); // crops the same way as the server
  };
  const move = (across, down) => {
    x.value = percent(across);
    y.value = percent(down);
    show();
  };
  picture.addEventListener("click", (event) => {
    const box = picture.getBoundingClientRect();
    move(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100);
    mark.focus();
  });
  mark.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const far = event.shiftKey ? 10 : 1;
    move(Number(x.value) + step[0] * far, Number(y.value) + step[1] * far);
  });
  [x, y].forEach((field) => field.addEventListener("input", show));
  show();
};

if (x && y) document.querySelectorAll("[data-focal-point]").forEach(liven);
