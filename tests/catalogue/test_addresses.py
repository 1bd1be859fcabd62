"""Two thousand addresses of the shipped catalogue, each mangled as links are on their way."""

from __future__ import annotations

import pytest

from macros.loading.catalogue import Catalogue
from tests.test_addresses import mangled


@pytest.mark.parametrize("seed", [1, 20261129])
def test_every_documented_address_survives_what_is_done_to_links(catalogue: Catalogue, seed: int) -> None:
    found = mangled(catalogue, 2000, seed)
    assert found["addresses"] == 2000
    assert found["wrong"] == []
