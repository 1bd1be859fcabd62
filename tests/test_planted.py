"""The planted faults stand where they are said to stand, so that each can still be planted."""

from __future__ import annotations

import pytest

from tests.conftest import PROJECT
from tests.planted import FAULTS, Fault


@pytest.mark.parametrize("fault", FAULTS, ids=[each.means for each in FAULTS])
def test_a_fault_can_be_planted_and_its_test_is_there(fault: Fault) -> None:
    assert (PROJECT / fault.file).read_text("utf-8").count(fault.before) == 1
    assert all((PROJECT / test.partition("::")[0]).is_file() for test in fault.test.split())


def test_there_are_thirty() -> None:
    assert len(FAULTS) >= 30
