"""While serving: what is imported next is the code as it stands now, without a list of modules."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

STAMP = "_stamp"


def forget_changed(package: ModuleType) -> bool:
    """Where a file of a package has changed since the last call, forget all its modules, and say so.

    The package itself stays, and this module: whoever holds an old module keeps it, so holds none.
    """
    files = Path(package.__path__[0]).rglob("*.py")
    stamp = {path: path.stat().st_mtime_ns for path in files}
    before = vars(package).setdefault(STAMP, stamp)
    if before == stamp:
        return False
    vars(package)[STAMP] = stamp
    below = f"{package.__name__}."
    for name in [name for name in sys.modules if name.startswith(below) and name != __name__]:
        del sys.modules[name]
        vars(package).pop(name.removeprefix(below), None)
    return True
