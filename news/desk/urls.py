"""Addresses below the desk's own; they stand before the admin's."""

from django.urls import include, path

from news.desk import (
    attachments,
    audit,
    bulk,
    bulk_acts,
    calendar,
    corrections,
    exports,
    findings,
    manuscripts,
    margin,
    notices,
    palette,
    presence,
    preview,
    revisions,
    sending_photos,
    transitions,
    uploads,
)

app_name = "desk"
urlpatterns = [
    path("bai/<int:pk>/xem-truoc/", preview.preview, name="preview"),
    path("bai/<int:pk>/hinh-dang/", preview.looks, name="looks"),
    path("bai/<int:pk>/lien-ket/<int:link>/thu-hoi/", preview.revoke, name="revoke_link"),
    path("bai/<int:pk>/ban/", revisions.listed, name="revisions"),
    path("bai/<int:pk>/ban/so-sanh/", revisions.compared, name="compare"),
    path("bai/<int:pk>/ban/<int:number>/khoi-phuc/", revisions.restore, name="restore"),
    path("bai/<int:pk>/tai-word/", exports.word, name="export_word"),
    path("bai/<int:pk>/ban-in/", exports.on_paper, name="on_paper"),
    path("bai/<int:pk>/dinh-chinh/", corrections.correct, name="correct"),
    path("bai/<int:pk>/sua-theo-kiem-tra/", findings.fix, name="fix"),
    path("bai/<int:pk>/co-mat/", presence.here, name="presence"),
    path("bai/<int:pk>/ghi-chu/", margin.listed, name="margin"),
    *(
        path(f"bai/<int:pk>/ghi-chu/<int:note>/{name}/", margin.act, {"name": name}, name=f"margin_{name}")
        for name in margin.ACTS
    ),
    path("bai/<int:pk>/<slug:name>/", transitions.make, name="transition"),
    path("hang-loat/", bulk_acts.recent, name="bulk_acts"),
    path("hang-loat/<int:pk>/", bulk_acts.shown, name="bulk_act"),
    path("hang-loat/<int:pk>/hoan-tac/", bulk_acts.undo, name="undo_bulk_act"),
    path("hang-loat/<int:pk>/lam-tiep/", bulk_acts.carry_on, name="carry_on_bulk_act"),
    path("hang-loat/<slug:name>/", bulk.ask, name="bulk"),
    path("cai-chinh/<int:pk>/", corrections.edit, name="correction"),
    path("cai-chinh/<int:pk>/rut/", corrections.withdraw, name="withdraw_correction"),
    path("anh/tai-len/", uploads.upload, name="upload"),
    path("anh/tai-nhieu/", sending_photos.send, name="send_photos"),
    path("anh/<int:pk>/", uploads.thumbnail, name="thumbnail"),
    path("", include("news.accounts.urls")),
    path("lich/", calendar.shown, name="calendar"),
    path("lich/<int:pk>/doi-gio/", calendar.move, name="reschedule"),
    path("nhat-ky/", audit.listed, name="audit"),
    path("nhat-ky/tai-ve/", audit.export, name="audit_export"),
    path("tim/", palette.palette, name="palette"),
    path("tin-bao/", notices.listed, name="notices"),
    path("tin-bao/da-doc/", notices.tick_off_all, name="tick_off_notices"),
    path("tin-bao/<int:pk>/da-doc/", notices.tick_off, name="tick_off_notice"),
    path("tep/<int:pk>/", attachments.attachment, name="attachment"),
    path("nhap-bai/", manuscripts.import_article, name="import"),
    path("da-vao/", presence.signed_in, name="signed_in"),
]
