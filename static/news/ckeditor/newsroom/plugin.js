/* The newsroom's manners: Vietnamese words where the editor's own translation has gaps, clean pasting, dialogs cut to
   what a newspaper needs, uploads with the desk's token. */
(() => {
  const WORDS = {
    application: "Khung soạn bài",
    editorPanel: "Bảng chọn của khung soạn bài",
    common: { url: "Địa chỉ (URL)", ok: "Đồng ý", preview: "Xem trước" },
    notification: { closed: "Đã đóng thông báo." },
    clipboard: {
      pasteNotification: "Nhấn %1 để dán. Trình duyệt không cho dán bằng nút này.",
      pasteMsg: "Dán nội dung vào khung dưới đây rồi bấm Đồng ý.",
      fileFormatNotSupportedNotification: "Không nhận tệp loại ${formats}.",
      fileWithoutFormatNotSupportedNotification: "Không nhận loại tệp này.",
    },
    pastetext: {
      button: "Dán chữ trơn",
      title: "Dán chữ trơn",
      pasteNotification: "Nhấn %1 để dán chữ trơn. Trình duyệt không cho dán bằng nút này.",
    },
    format: { label: "Kiểu đoạn", panelTitle: "Kiểu đoạn", tag_p: "Đoạn văn", tag_h2: "Tít phụ lớn", tag_h3: "Tít phụ nhỏ" },
    blockquote: { toolbar: "Trích dẫn" },
    basicstyles: { bold: "Chữ đậm", italic: "Chữ nghiêng" },
    list: { bulletedlist: "Danh sách chấm", numberedlist: "Danh sách số" },
    undo: { undo: "Hoàn tác", redo: "Làm lại" },
    removeformat: { toolbar: "Xóa định dạng" },
    maximize: { maximize: "Toàn màn hình", minimize: "Thu nhỏ lại" },
    find: { find: "Tìm", replace: "Thay thế", matchCyclic: "Tìm lại từ đầu", matchWord: "Khớp trọn từ" },
    link: {
      toolbar: "Liên kết", unlink: "Bỏ liên kết", displayText: "Chữ hiển thị", toUrl: "Địa chỉ trang",
      toPhone: "Điện thoại", phoneNumber: "Số điện thoại", noTel: "Hãy nhập số điện thoại.", download: "Bắt tải xuống",
    },
    table: { caption: "Tên bảng", headers: "Ô tiêu đề", cell: { columnHeader: "Tiêu đề cột", rowHeader: "Tiêu đề hàng" }, heightUnit: "đơn vị chiều cao" },
    image2: {
      alt: "Mô tả ảnh cho người không nhìn thấy", captioned: "Có chú thích", captionPlaceholder: "Chú thích ảnh",
      infoTab: "Ảnh", uploadTab: "Tải ảnh lên", btnUpload: "Tải lên", title: "Ảnh trong bài", menu: "Ảnh trong bài",
    },
    widget: { move: "Giữ chuột và kéo để dời chỗ", label: "Phần %1" },
    uploadwidget: {
      abort: "Đã ngừng tải lên.", doneOne: "Đã tải ảnh lên.", doneMany: "Đã tải lên %1 ảnh.",
      uploadOne: "Đang tải ảnh lên ({percentage}%)…",
      uploadMany: "Đang tải ảnh lên, xong {current} trong {max} ({percentage}%)…",
    },
    filetools: {
      networkError: "Mất kết nối khi đang tải lên.", httpError403: "Phiên làm việc đã hết hoặc bạn không có quyền tải ảnh.",
      httpError404: "Không tìm thấy nơi nhận ảnh.", httpError: "Máy chủ báo lỗi %1 khi tải lên.", responseError: "Máy chủ trả lời sai.",
    },
    toolbar: { toolbarExpand: "Mở rộng thanh công cụ", toolbars: "Thanh công cụ" },
  };
  const UNWANTED = {
    table: { info: ["txtWidth", "txtHeight", "txtBorder", "cmbAlign", "txtCellSpace", "txtCellPad", "txtSummary"] },
    image2: { info: ["align"] },
    link: { info: ["download"] },
  };
  const HEADINGS = {
    h1: "h2", h4: "h3", h5: "h3", h6: "h3",
    "p[role=heading][aria-level='1'], p[role=heading][aria-level='2']": "h2", "p[role=heading]": "h3", // Word for browsers
  };
  const EMOJI = /^[^\p{L}\p{N}\s]*\p{Extended_Pictographic}[^\p{L}\p{N}\s]*$|^\p{Regional_Indicator}{2}$/u;

  const deepen = (target, words) => {
    Object.entries(words).forEach(([key, word]) => {
      if (typeof word === "string") target[key] = word;
      else deepen((target[key] = Object.assign({}, target[key])), word);
    });
  };

  const withoutForeignPictures = (fragment, warn) => {
    fragment.querySelectorAll("img").forEach((picture) => {
      const source = picture.getAttribute("src") || "";
      const own = new URL(source, location.href).origin === location.origin || /^(data|blob):/.test(source);
      if (own) return;
      if (EMOJI.test(picture.alt)) {
        picture.replaceWith(picture.alt); // social networks draw each emoji as a picture
        return;
      }
      picture.remove();
      warn();
    });
  };

  const headingsOfOurs = (fragment) => {
    Object.entries(HEADINGS).forEach(([theirs, ours]) => {
      fragment.querySelectorAll(theirs).forEach((heading) => {
        const replacement = document.createElement(ours);
        replacement.append(...heading.childNodes);
        heading.replaceWith(replacement);
      });
    });
  };

  /* Google Docs and web pages say bold and italic in styles, and wrap everything in a <b> that isn't bold. */
  const emphasisFromStyles = (fragment) => {
    fragment.querySelectorAll("b, i, span, font").forEach((element) => {
      const { fontWeight, fontStyle } = element.style;
      const bold = element.matches("b") ? fontWeight !== "normal" : /^(bold|[6-9]00)$/.test(fontWeight);
      const italic = element.matches("i") ? fontStyle !== "normal" : fontStyle === "italic";
      const tags = [bold && "strong", italic && "em"].filter(Boolean);
      const inside = tags.reduce((contents, tag) => {
        const wrapper = document.createElement(tag);
        wrapper.append(...contents);
        return [wrapper];
      }, [...element.childNodes]);
      element.replaceWith(...inside);
    });
  };

  CKEDITOR.on("dialogDefinition", (event) => {
    const { name, definition } = event.data;
    Object.entries(UNWANTED[name] || {}).forEach(([tab, fields]) => {
      const contents = definition.getContents(tab);
      if (!contents) return;
      fields.filter((field) => contents.get(field)).forEach((field) => {
        if (name === "table") contents.get(field).default = "";
        contents.get(field).style = "display:none";
        if (name !== "table") contents.remove(field);
      });
    });
    if (name === "image2") {
      definition.contents.sort((one, other) => (other.id === "Upload") - (one.id === "Upload")); // first send, then describe
    }
    if (name === "link") {
      const kinds = definition.getContents("info").get("linkType");
      kinds.items = kinds.items.filter(([, kind]) => kind !== "anchor");
    }
  });

  CKEDITOR.plugins.add("newsroom", {
    beforeInit(editor) {
      deepen(editor.lang, WORDS);
    },

    init(editor) {
      deepen(editor.lang, WORDS); // again: a plugin with a language file of its own may have come later than the first time
      editor.on("fileUploadRequest", (event) => {
        const token = editor.element.$.form.elements.csrfmiddlewaretoken;
        event.data.fileLoader.xhr.setRequestHeader("X-CSRFToken", token.value);
      });
      editor.on("paste", (event) => {
        if (!/<[a-z]/i.test(event.data.dataValue)) return;
        const fragment = new DOMParser().parseFromString(event.data.dataValue, "text/html").body;
        withoutForeignPictures(fragment, () =>
          editor.showNotification("Ảnh ở trang khác không dán được. Hãy lưu ảnh về máy rồi tải lên bằng nút Hình ảnh.", "warning", 8000));
        headingsOfOurs(fragment);
        emphasisFromStyles(fragment);
        event.data.dataValue = fragment.innerHTML;
      }, null, null, 4); // after Word's markup was put in order (3), before the filter (6)
      editor.on("change", () => {
        editor.element.$.form?.dispatchEvent(new CustomEvent("desk:written"));
      });
    },
  });
})();
