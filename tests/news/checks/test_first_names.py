"""The list that a new paper begins with."""

import importlib
from pathlib import Path

from django.apps import apps

from news import migrations
from news.models import HouseName


def test_the_first_names_come_once_and_leave_what_the_newsroom_added():
    file = next(Path(migrations.__path__[0]).glob("*_first_house_names.py"))
    first = importlib.import_module(f"news.migrations.{file.stem}")
    HouseName.objects.all().delete()
    HouseName.objects.create(name="Bộ Y tế", wrong="Bộ Tế")
    HouseName.objects.create(name="Sở Y tế")
    for _time in range(2):
        first.add(apps, None)
    assert HouseName.objects.count() == len(first.NAMES) + 1
    assert HouseName.objects.get(name="Bộ Y tế").wrong == "Bộ Tế"
    first.take_back(apps, None)
    assert list(HouseName.objects.values_list("name", flat=True)) == ["Sở Y tế"]
