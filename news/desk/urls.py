"""Addresses below the desk's own; they stand before the admin's."""

from django.urls import path

from news.desk import manuscripts, presence, preview, revisions, transitions, uploads

app_name = "desk"
urlpatterns = [
    path("bai/<int:pk>/xem-truoc/", preview.preview, name="preview"),
    path("bai/<int:pk>/ban/", revisions.listed, name="revisions"),
    path("bai/<int:pk>/ban/<int:number>/khoi-phuc/", revisions.restore, name="restore"),
    path("bai/<int:pk>/co-mat/", presence.here, name="presence"),
    path("bai/<int:pk>/<slug:name>/", transitions.make, name="transition"),
    path("anh/tai-len/", uploads.upload, name="upload"),
    path("anh/<int:pk>/", uploads.thumbnail, name="thumbnail"),
    path("nhap-bai/", manuscripts.import_article, name="import"),
    path("da-vao/", presence.signed_in, name="signed_in"),
]
