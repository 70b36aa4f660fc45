from datetime import UTC, datetime

import pytest
from django.template import Context, Template

MOMENT = datetime(2026, 11, 23, 13, 21, tzinfo=UTC)


def shown(filter_name: str, value: object) -> str:
    return Template("{% load vietnamese %}{{ value|" + filter_name + " }}").render(Context({"value": value}))


@pytest.mark.parametrize(
    ("filter_name", "value", "text"),
    [
        ("long_date", MOMENT, "Thứ Hai, 23/11/2026, 20:21 (GMT+7)"),
        ("day", MOMENT, "Thứ Hai, 23/11/2026"),
        ("short_moment", MOMENT, "20:21, 23/11"),
        ("grouped", 1234567, "1.234.567"),
        ("grouped", 0, "0"),
        ("grouped", -1000, "-1.000"),
    ],
)
def test_templates_print_as_newspapers_do(filter_name, value, text):
    assert shown(filter_name, value) == text


@pytest.mark.parametrize("filter_name", ["long_date", "day", "short_moment", "grouped"])
def test_nothing_is_printed_for_nothing(filter_name):
    assert shown(filter_name, None) == ""
