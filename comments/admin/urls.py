"""Addresses of the desk's pages on comments; they stand below the desk's own."""

from django.urls import path

from comments.admin import cross_checks, figures, word_page

app_name = "comments_desk"
urlpatterns = [
    path("so-lieu-kiem-duyet/", figures.figures, name="figures"),
    path("doi-chieu/", cross_checks.cross_check, name="cross_check"),
    path("tu-theo-doi/<int:pk>/binh-luan/", word_page.uses, name="word_uses"),
]
