"""Addresses below the desk's own; they stand before the admin's."""

from django.urls import path

from news.desk import findings, manuscripts, preview, transitions, uploads

app_name = "desk"
urlpatterns = [
    path("bai/<int:pk>/xem-truoc/", preview.preview, name="preview"),
    path("bai/<int:pk>/sua-theo-kiem-tra/", findings.fix, name="fix"),
    path("bai/<int:pk>/<slug:name>/", transitions.make, name="transition"),
    path("anh/tai-len/", uploads.upload, name="upload"),
    path("anh/<int:pk>/", uploads.thumbnail, name="thumbnail"),
    path("nhap-bai/", manuscripts.import_article, name="import"),
]
