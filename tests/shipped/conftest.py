"""The tests of what ships use the whole site and the shipped data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.serving import Site, built, served


@pytest.fixture(scope="session")
def site(sites: Path) -> Iterator[Site]:
    """The site as it ships, built once and served below a base path."""
    with served(built(sites, "shipped"), "shipped") as found:
        yield found
