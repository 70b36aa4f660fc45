"""Addresses below the desk's own; they stand before the admin's."""

from django.urls import path

from news.desk import attachments, manuscripts, preview, sending_photos, transitions, uploads

app_name = "desk"
urlpatterns = [
    path("bai/<int:pk>/xem-truoc/", preview.preview, name="preview"),
    path("bai/<int:pk>/<slug:name>/", transitions.make, name="transition"),
    path("anh/tai-len/", uploads.upload, name="upload"),
    path("anh/tai-nhieu/", sending_photos.send, name="send_photos"),
    path("anh/<int:pk>/", uploads.thumbnail, name="thumbnail"),
    path("tep/<int:pk>/", attachments.attachment, name="attachment"),
    path("nhap-bai/", manuscripts.import_article, name="import"),
]
