"""Addresses below the desk's own; they stand before the admin's."""

from django.urls import path

from news.desk import corrections, manuscripts, preview, transitions, uploads

app_name = "desk"
urlpatterns = [
    path("bai/<int:pk>/xem-truoc/", preview.preview, name="preview"),
    path("bai/<int:pk>/dinh-chinh/", corrections.correct, name="correct"),
    path("bai/<int:pk>/<slug:name>/", transitions.make, name="transition"),
    path("cai-chinh/<int:pk>/", corrections.edit, name="correction"),
    path("cai-chinh/<int:pk>/rut/", corrections.withdraw, name="withdraw_correction"),
    path("anh/tai-len/", uploads.upload, name="upload"),
    path("anh/<int:pk>/", uploads.thumbnail, name="thumbnail"),
    path("nhap-bai/", manuscripts.import_article, name="import"),
]
