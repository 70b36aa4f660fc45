"""Addresses of the moderators' queue, below the desk's own."""

from django.urls import path

from comments.desk import deciding, log, queue, several

app_name = "queue"
urlpatterns = [
    path("", queue.queue, name="queue"),
    path("them/", queue.more, name="more"),
    path("tra-lai/", queue.give_back, name="give_back"),
    path("hoan-tac/", deciding.undo, name="undo"),
    path("nhat-ky/", log.listed, name="log"),
    path("nhieu/", several.several, name="several"),
    path("<int:pk>/tra-loi/", deciding.answer, name="answer"),
    path("<int:pk>/<slug:name>/", deciding.decide, name="decide"),
]
