/* Photos are sent one by one, each with its progress and its own sentence; chosen, dropped anywhere on the page, or pasted. */
const LARGEST = 20 * 1024 * 1024; // bytes, as the server says
const AT_ONCE = 2;

const element = (name, className, text = "") => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

const linkTo = (photo, text) => {
  const link = element("a", "", text || photo.name || "ảnh chưa có chú thích");
  link.href = photo.page;
  return link;
};

/* What the server answered, whatever it is: words of its own, or ours for what never reached it. */
const post = (address, body, onProgress) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("X-CSRFToken", body.get("csrfmiddlewaretoken"));
    request.upload.addEventListener("progress", (event) => event.lengthComputable && onProgress(event.loaded / event.total));
    request.addEventListener("error", () => resolve({ uploaded: 0, lost: true, error: { message: "Mất kết nối, ảnh chưa tới nơi." } }));
    request.addEventListener("load", () => {
      try {
        resolve(JSON.parse(request.responseText));
      } catch {
        const why = request.status === 413 ? "Ảnh nặng quá mức máy chủ nhận." : "Máy chủ không nhận ảnh này. Hãy tải lại trang rồi thử lại.";
        resolve({ uploaded: 0, lost: request.status >= 500, error: { message: why } });
      }
    });
    request.send(body);
  });

const liven = (form) => {
  const files = form.querySelector("input[type=file]");
  const list = form.querySelector("[data-sent]");
  const summary = form.querySelector("[data-summary]");
  const token = form.elements.csrfmiddlewaretoken.value;
  const waiting = [];
  let [running, all, done, arrived] = [0, 0, 0, 0];

  const tell = () => {
    if (done < all) summary.textContent = `Đang tải lên: xong ${done} trong ${all} ảnh…`;
    else if (arrived === all) summary.textContent = `Đã tải lên đủ ${all} ảnh.`;
    else summary.textContent = `Đã tải lên ${arrived} trong ${all} ảnh. Xem lý do ở từng ảnh bên dưới.`;
  };

  const row = (file) => {
    const item = element("li", "desk-sent-one is-waiting");
    const picture = element("span", "desk-sent-picture");
    const progress = element("progress", "desk-sent-progress");
    const told = element("span", "desk-sent-told", "Đang chờ…");
    progress.max = 1;
    progress.value = 0;
    progress.setAttribute("aria-label", `Đã gửi của ${file.name}`);
    item.append(picture, element("span", "desk-sent-name", file.name), progress, told);
    list.prepend(item);
    return { item, picture, progress, told };
  };

  const showPicture = (shown, photo) => {
    const thumbnail = element("img", "");
    thumbnail.src = photo.thumbnail;
    thumbnail.alt = "";
    shown.picture.replaceChildren(thumbnail);
  };

  const retry = (text, send) => {
    const button = element("button", "desk-button", text);
    button.type = "button";
    button.addEventListener("click", () => {
      button.remove();
      done -= 1;
      send();
    });
    return button;
  };

  const finished = (shown, file, answer, again) => {
    shown.progress.remove();
    shown.item.classList.remove("is-waiting");
    done += 1;
    if (answer.uploaded) {
      arrived += 1;
      showPicture(shown, answer);
      shown.told.replaceChildren("Đã tải lên. ", linkTo(answer, "Viết mô tả, chú thích"));
      (answer.alike ?? []).forEach((photo, place) => shown.told.append(place ? ", " : " Trông giống ảnh đã có: ", linkTo(photo)));
    } else {
      shown.item.classList.add("is-refused");
      shown.told.replaceChildren(answer.error.message, " ");
      if (answer.known) {
        showPicture(shown, answer.known);
        shown.told.append(linkTo(answer.known, "Mở ảnh đã có"), " ", retry("Vẫn tải lên", () => again(true)));
      }
      if (answer.lost) shown.told.append(retry("Thử lại", () => again(false)));
    }
    tell();
  };

  const send = async (file, shown, insist) => {
    const body = new FormData();
    body.append("csrfmiddlewaretoken", token);
    body.append("library", "1");
    if (insist) body.append("again", "1");
    body.append("upload", file, file.name);
    shown.told.textContent = "Đang gửi…";
    return post(form.dataset.one, body, (part) => {
      shown.progress.value = part;
      if (part === 1) shown.told.textContent = "Đã gửi, đang xử lý ảnh…";
    });
  };

  const next = async () => {
    if (running >= AT_ONCE || !waiting.length) return;
    const { file, shown, insist } = waiting.shift();
    running += 1;
    const answer = await send(file, shown, insist);
    running -= 1;
    finished(shown, file, answer, (insisting) => {
      shown.item.classList.remove("is-refused");
      queue(file, shown, insisting);
    });
    next();
  };

  const queue = (file, shown, insist) => {
    waiting.push({ file, shown, insist });
    tell();
    next();
  };

  const take = (chosen) => {
    [...chosen].forEach((file) => {
      const shown = row(file);
      all += 1;
      if (file.size > LARGEST) finished(shown, file, { error: { message: "Ảnh nặng quá 20 MB. Hãy giảm dung lượng rồi tải lại." } });
      else queue(file, shown, false);
    });
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    take(files.files);
    files.value = "";
  });
  files.addEventListener("change", () => files.files.length && form.requestSubmit());
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    form.classList.add("is-dropping");
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget || form.classList.remove("is-dropping"));
  document.addEventListener("drop", (event) => {
    form.classList.remove("is-dropping");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    take(event.dataTransfer.files);
  });
  document.addEventListener("paste", (event) => {
    if (!event.clipboardData.files.length) return;
    event.preventDefault();
    take(event.clipboardData.files);
  });
  form.querySelector("[data-with-script]").hidden = false;
  form.querySelector("[type=submit]").hidden = true; // choosing sends
};

document.querySelectorAll("[data-send-photos]").forEach(liven);
