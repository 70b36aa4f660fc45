"""All addresses of the paper. The newsroom's own patterns come last: `/<section>/` would take the rest."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path(settings.DESK_PATH, include("news.desk.urls")),
    path(settings.DESK_PATH, include("comments.admin.urls")),
    path(settings.DESK_PATH, admin.site.urls),
    path("binh-luan/", include("comments.urls")),
    path("", include("news.urls")),
]
handler400 = "news.views.errors.bad_request"
handler403 = "news.views.errors.forbidden"
handler404 = "news.views.errors.not_found"
handler500 = "news.views.errors.server_error"
