"""Addresses of what readers send and get back."""

from django.urls import path

from comments.views import discussion, letters, likes, one, own, receipt, reports

app_name = "comments"

urlpatterns = [
    path("<int:article_id>/", discussion.under_article, name="post"),
    path("<int:article_id>/luot-thich/", likes.liked, name="liked"),
    path("bl/<int:pk>/", one.one, name="one"),
    path("bl/<int:pk>/tra-loi/", one.answer, name="answer"),
    path("bl/<int:pk>/thich/", likes.like, name="like"),
    path("bl/<int:pk>/bao-cao/", reports.report, name="report"),
    path("cua-toi/", own.own, name="own"),
    path("thu/<str:token>/", letters.end, name="end_letters"),
    path("phieu/<str:token>/", receipt.receipt, name="receipt"),
    path("phieu/<str:token>/sua/", receipt.edit, name="edit"),
    path("phieu/<str:token>/xem-lai/", receipt.second_look, name="second_look"),
    path("phieu/<str:token>/rut-lai/", receipt.take_back, name="take_back"),
]
