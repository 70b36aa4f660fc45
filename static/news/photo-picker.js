/* A photo's number: shows what was chosen in the archive; beside the lead photo, sends a new file at once. */
const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;

const liven = (picker) => {
  const number = picker.querySelector("input");
  const photo = picker.querySelector("img");
  const without = picker.querySelector("[data-without]");
  const status = picker.querySelector("[data-status]");
  const clear = picker.querySelector("[data-clear]");
  const file = number.name.includes("lead_photo") ? number.form.elements[number.name.replace("lead_photo", "new_photo")] : null;

  const show = (address) => {
    photo.hidden = !address;
    without.hidden = Boolean(address);
    clear.hidden = !address;
    if (address) photo.src = address;
  };
  const showChosen = () => show(number.value ? picker.dataset.thumbnail.replace("/0/", `/${number.value}/`) : "");

  const send = async () => {
    const body = new FormData();
    body.append("upload", file.files[0]);
    status.textContent = "Đang tải ảnh lên…";
    try {
      const answer = await fetch(picker.dataset.upload, { method: "POST", body, headers: { "X-CSRFToken": token() } });
      const photo = await answer.json();
      file.value = ""; // it has arrived or was refused: either way the article's form need not send it again
      if (!photo.uploaded) throw new Error(photo.error.message);
      number.value = photo.id;
      show(photo.thumbnail);
      status.textContent = `${photo.error?.message ?? "Đã tải ảnh lên."} Nhớ lưu bài.`;
    } catch (error) {
      status.textContent = error instanceof TypeError ? "Mất kết nối, ảnh sẽ được gửi khi lưu bài." : error.message;
    }
  };

  number.addEventListener("change", showChosen);
  window.django?.jQuery?.(number).on("change", showChosen); // the window of the archive tells by jQuery
  clear.addEventListener("click", () => {
    number.value = "";
    show("");
  });
  clear.hidden = photo.hidden;
  file?.addEventListener("change", () => file.files.length && send());
};

document.querySelectorAll("[data-photo-picker]").forEach((picker) => picker.closest(".empty-form") || liven(picker));
document.addEventListener("formset:added", (event) => event.target.querySelectorAll?.("[data-photo-picker]").forEach(liven));
