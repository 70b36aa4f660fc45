# -*- coding: utf-8 -*-  # noqa: UP009  # Python 2 must get as far as the sentence below
"""What `make run` does: prepares this machine step by step, then serves the paper until it is told to stop.

Standard library only, since it runs before anything is installed (`prepare` and what it calls run afterwards, inside
the virtual environment). This file keeps to syntax that old Pythons understand, so that they can say what is wrong.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  # the very case that this is for
    sys.exit(
        "Cần Python 3.11 trở lên, máy này đang dùng {0}.{1}: hãy cài bản mới rồi chạy `make run PYTHON=python3.11`. / "
        "Python 3.11 or newer is needed, this is {0}.{1}: install it, then run `make run PYTHON=python3.11`.".format(
            *sys.version_info
        )
    )
