"""Addresses of the desk's pages on comments, readers and how comments are taken; they stand below the desk's own."""

from django.urls import path

from comments.admin import article_page, banning, bans, cross_checks, figures, people, switches, word_page

app_name = "comments_desk"
urlpatterns = [
    path("so-lieu-kiem-duyet/", figures.figures, name="figures"),
    path("doi-chieu/", cross_checks.cross_check, name="cross_check"),
    path("tu-theo-doi/<int:pk>/binh-luan/", word_page.uses, name="word_uses"),
    path("cam/", banning.ban, name="ban"),
    path("cam/danh-sach/", bans.listed, name="bans"),
    path("cam/<int:pk>/", bans.shown, name="one_ban"),
    path("cam/<int:pk>/han/", bans.change_end, name="ban_end"),
    path("cam/<int:pk>/go/", bans.lift, name="lift_ban"),
    path("cam/<int:pk>/hoan-tac/", bans.undo, name="undo_ban"),
    path("cam/<int:pk>/lam-tiep/", bans.carry_on, name="carry_on_ban"),
    path("nguoi-gui/<int:pk>/", people.sender, name="sender"),
    path("nhan-binh-luan/", switches.everywhere, name="switches"),
    path("nhan-binh-luan/<int:pk>/tat/", switches.off, name="switch_off"),
    path("binh-luan-cua-bai/<int:pk>/", article_page.shown, name="article"),
]
