/* The embed: a link to a film or a sound on a host of the list, with a caption. Nothing is loaded from there. */
(() => {
  const service = (hosts, address) => {
    try {
      const url = new URL(address);
      return url.protocol === "https:" ? hosts[url.hostname.replace(/^www\./, "").replace(/^m\./, "")] || "" : "";
    } catch {
      return "";
    }
  };

  const dialog = (editor) => {
    const names = [...new Set(Object.values(editor.config.embedHosts))].join(", ");
    const text = (id, label, more) => ({
      type: "text", id, label,
      setup(widget) { this.setValue(widget.data[id] || ""); },
      commit(widget) { widget.setData(id, this.getValue().trim()); },
      ...more,
    });
    return {
      title: "Phim, âm thanh từ trang khác",
      minWidth: 420,
      minHeight: 140,
      contents: [{
        id: "info",
        elements: [
          text("address", `Địa chỉ (${names})`, {
            validate() {
              return service(editor.config.embedHosts, this.getValue().trim()) ? true : `Chỉ nhận địa chỉ https của ${names}.`;
            },
          }),
          text("title", "Tên phim, bài hát"),
          text("caption", "Chú thích"),
        ],
      }],
    };
  };

  CKEDITOR.plugins.add("embed", {
    requires: "widget,dialog",
    init(editor) {
      CKEDITOR.dialog.add("embed", dialog);
      editor.widgets.add("embed", {
        pathName: "phim, âm thanh",
        dialog: "embed",
        template: '<figure class="embed"><a href="https://www.youtube.com/">YouTube</a></figure>',
        upcast: (element) => element.name === "figure" && element.hasClass("embed"),
        init() {
          const link = this.element.findOne("a");
          const caption = this.element.findOne("figcaption");
          if (!this.ready && !link) return;
          this.setData({
            address: link.getAttribute("href") === "https://www.youtube.com/" ? "" : link.getAttribute("href"),
            title: link.getAttribute("href") === "https://www.youtube.com/" ? "" : link.getText(),
            caption: caption ? caption.getText() : "",
          });
        },
        data() {
          if (!this.data.address) return;
          const link = this.element.findOne("a");
          link.setAttribute("href", this.data.address);
          link.data("cke-saved-href", this.data.address);
          link.setText(this.data.title || `${service(editor.config.embedHosts, this.data.address)}: ${this.data.address}`);
          const caption = this.element.findOne("figcaption");
          if (caption) caption.remove();
          if (this.data.caption) {
            const words = editor.document.createElement("figcaption");
            words.setText(this.data.caption);
            this.element.append(words);
          }
        },
      });
      editor.ui.addButton("Embed", { label: "Phim, âm thanh từ trang khác", command: "embed", icon: `${this.path}icon.svg` });
    },
  });
})();
