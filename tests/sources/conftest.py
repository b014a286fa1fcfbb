"""A page that prints: minutes become PDF as people's programs make them."""

import pytest

from tests.views.chromium import browser

__all__ = ["browser"]


@pytest.fixture(scope="session")
def printer(browser):
    """A page of Chromium, to give to ``writing.write_pdf``."""
    return browser.new_page()
