/* Dragging a scheduled article onto another day and hour; it keeps its minutes. Each has a form that does the same. */
const told = document.querySelector("[data-calendar-told]");
let moving = null;

const answerTo = async (form, day, time) => {
  const body = new FormData(form);
  body.set("at_0", day);
  body.set("at_1", time);
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    return await answer.json();
  } catch {
    return { error: "Chưa đổi được giờ. Hãy kiểm tra kết nối hoặc tải lại trang rồi thử lại." };
  }
};

const listIn = (slot) => {
  if (!slot.querySelector("ul")) slot.append(document.createElement("ul"));
  return slot.querySelector("ul");
};

const drop = async (item, slot) => {
  const [home, next] = [item.parentElement, item.nextElementSibling];
  const form = item.querySelector("form");
  const minutes = form.elements.at_1.value.slice(2); // ":21"
  listIn(slot).append(item);
  item.classList.add("is-moving");
  told.textContent = "";
  const { to, error } = await answerTo(form, slot.dataset.day, slot.dataset.hour + minutes);
  if (to) {
    location.assign(to);
    return;
  }
  home.insertBefore(item, next);
  item.classList.remove("is-moving");
  told.textContent = error;
  told.scrollIntoView({ block: "nearest" });
};

document.querySelectorAll("[data-calendar] [data-movable]").forEach((item) => {
  item.addEventListener("dragstart", (event) => {
    moving = item;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", item.querySelector("a").textContent);
  });
  item.addEventListener("dragend", () => (moving = null));
});

document.querySelectorAll("[data-calendar] [data-hour]").forEach((slot) => {
  slot.addEventListener("dragover", (event) => {
    if (!moving) return;
    event.preventDefault();
    slot.classList.add("is-target");
  });
  slot.addEventListener("dragleave", () => slot.classList.remove("is-target"));
  slot.addEventListener("drop", (event) => {
    slot.classList.remove("is-target");
    if (!moving) return;
    event.preventDefault();
    if (!slot.contains(moving)) drop(moving, slot);
  });
});
