"""The tests of behaviour use the small site and its data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.loading.catalogue import Catalogue
from macros.rules.check import check
from tests.site.serving import Site, built, served, small_data


@pytest.fixture(scope="session")
def site(sites: Path) -> Iterator[Site]:
    """The small site, built once and served below a base path."""
    with served(built(sites, "small")) as found:
        yield found


@pytest.fixture(scope="session")
def catalogue(sites: Path) -> Catalogue:
    """The small data set: its facts belong to the tests."""
    whole, problems = check(small_data(sites / "data"))
    assert whole is not None, "\n".join(map(str, problems))
    return whole
