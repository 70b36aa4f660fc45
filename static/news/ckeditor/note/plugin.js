/* A note in the margin: the button tells the page, which knows what is chosen. Nothing is put into the text. */
CKEDITOR.plugins.add("note", {
  init(editor) {
    if (!document.querySelector("[data-margin]")) return; // an article that was never saved has no margin yet
    editor.addCommand("note", {
      readOnly: 1, // who only looks may note
      canUndo: false,
      editorFocus: false,
      exec() {
        editor.element.$.form.dispatchEvent(new CustomEvent("desk:note-asked", { detail: {} }));
      },
    });
    editor.ui.addButton("Note", { label: "Ghi chú bên lề (Ctrl+Alt+M)", command: "note", icon: `${this.path}icon.svg` });
  },
});
