/* A file may be dropped anywhere on the import form. */
document.querySelectorAll("[data-drop-file]").forEach((form) => {
  const file = form.querySelector("input[type=file]");

  form.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    form.classList.add("is-dropping");
  });
  form.addEventListener("dragleave", () => form.classList.remove("is-dropping"));
  form.addEventListener("drop", (event) => {
    form.classList.remove("is-dropping");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    file.files = event.dataTransfer.files;
    form.requestSubmit();
  });
});
