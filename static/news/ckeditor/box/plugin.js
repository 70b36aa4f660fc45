/* The box (hộp thông tin): puts the chosen paragraphs into <aside class="box">, or takes them out again. */
CKEDITOR.plugins.add("box", {
  init(editor) {
    const boxAround = (path) => path.contains((element) => element.is("aside") && element.hasClass("box"));

    const takeOut = (box) => {
      const bookmarks = editor.getSelection().createBookmarks();
      while (box.getFirst()) box.getFirst().insertBefore(box);
      box.remove();
      editor.getSelection().selectBookmarks(bookmarks);
    };

    const putIn = () => {
      const selection = editor.getSelection();
      const range = selection.getRanges()[0];
      if (!range) return;
      const bookmarks = selection.createBookmarks();
      const blocks = [];
      const iterator = range.createIterator();
      iterator.enforceRealBlocks = true;
      for (let block = iterator.getNextParagraph("p"); block; block = iterator.getNextParagraph("p")) {
        let top = block;
        while (!top.getParent().equals(editor.editable())) top = top.getParent();
        if (!blocks.some((known) => known.equals(top))) blocks.push(top);
      }
      if (!blocks.length) return;
      const box = editor.document.createElement("aside", { attributes: { class: "box" } });
      box.insertBefore(blocks[0]);
      blocks.forEach((block) => block.appendTo(box));
      if (!box.getNext()) editor.document.createElement("p").insertAfter(box); // a place to go on writing
      selection.selectBookmarks(bookmarks);
    };

    editor.addCommand("box", {
      exec() {
        const box = boxAround(editor.elementPath());
        if (box) takeOut(box);
        else putIn();
        editor.fire("saveSnapshot");
      },
      refresh(_editor, path) {
        this.setState(boxAround(path) ? CKEDITOR.TRISTATE_ON : CKEDITOR.TRISTATE_OFF);
      },
      context: "aside",
      contextSensitive: 1,
    });
    editor.ui.addButton("Box", { label: "Hộp thông tin", command: "box", icon: `${this.path}icon.svg` });
  },
});
