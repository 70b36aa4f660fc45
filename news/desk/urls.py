"""Addresses below the desk's own; they stand before the admin's."""

from django.urls import include, path

from news.desk import audit, manuscripts, preview, transitions, uploads

app_name = "desk"
urlpatterns = [
    path("bai/<int:pk>/xem-truoc/", preview.preview, name="preview"),
    path("bai/<int:pk>/<slug:name>/", transitions.make, name="transition"),
    path("anh/tai-len/", uploads.upload, name="upload"),
    path("anh/<int:pk>/", uploads.thumbnail, name="thumbnail"),
    path("", include("news.accounts.urls")),
    path("nhat-ky/", audit.listed, name="audit"),
    path("nhat-ky/tai-ve/", audit.export, name="audit_export"),
    path("nhap-bai/", manuscripts.import_article, name="import"),
]
