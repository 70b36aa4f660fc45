"""What says the same on either database is run on one: the suite has to stay short enough to be run before each change."""

import pytest
from django.db import connection

once = pytest.mark.skipif(connection.vendor != "sqlite", reason="chỉ có ở SQLite: cơ sở dữ liệu nào cũng vậy")
