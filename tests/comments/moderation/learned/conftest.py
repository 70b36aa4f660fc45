"""The score is on where tests are about it."""

import pytest


@pytest.fixture(autouse=True)
def _the_score_is_on(settings) -> None:
    settings.LEARNED_SCORE = True
