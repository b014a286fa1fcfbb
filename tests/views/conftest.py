"""The made-up meeting and the browser, for all tests of this folder."""

import pytest

from tests.views import made_up
from tests.views.chromium import browser, visit

__all__ = ["browser", "visit"]


@pytest.fixture(scope="session")
def graph():
    """The made-up meeting, for tests that only read it."""
    return made_up.store()
