"""A box: a folder, a root and a network of its own for a plan, after which nothing is left running."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from lab import processes, written
from lab.steps import Done, Network, Plan, Report, Step

FRESH = ("work", "home", "tmp", "logs")
SPARE = 60  # seconds a box gets beyond what its steps may take
WALLS = ("--mount", "--pid", "--fork", "--uts", "--ipc", "--kill-child")
PROJECT = Path(__file__).parent.parent
_number = count()


@dataclass(frozen=True)
class Box:
    """Where one tool lives while it is measured. Without `memory` there are no walls (only tests do that)."""

    folder: Path
    memory: Path | None = None
    cache: Path | None = None
    layers: tuple[Path, ...] = ()
    env: tuple[tuple[str, str], ...] = ()
    megabytes: int = 6000
    grace: float = 10

    @property
    def place(self) -> str:
        """Where its folder stands for those inside."""
        return "/lab" if self.memory else str(self.folder)

    @property
    def python(self) -> str:
        """The Python of what was installed in it."""
        return f"{self.place}/venv/bin/python"

    @property
    def hurried(self) -> Box:
        """The same box, which ends everything at once after the last step: for what is only timed."""
        return replace(self, grace=0)

    def run(self, network: Network, *steps: Step, files: tuple[Path, ...] = ()) -> Report:
        """Carry out the steps with fresh folders, and say what they took, reached, wrote and left."""
        return self.layered(network, *steps, files=files)[0]

    def layered(self, network: Network, *steps: Step, files: tuple[Path, ...] = ()) -> tuple[Report, Box]:
        """The same, and a box on top of what was written outside its folder."""
        self._refresh(files)
        upper = self.memory / str(next(_number)) / "upper" if self.memory else None
        plan = Plan(
            folder=str(self.folder),
            network=network if upper else "shared",
            steps=steps,
            env=dict(self.env),
            megabytes=self.megabytes,
            grace=self.grace,
            layers=tuple(map(str, self.layers)),
            upper=str(upper or ""),
            cache=str(self.cache or ""),
            keep=network == "open",
        )
        before = written.listing(self.folder)
        report = self._carry_out(plan)
        places = written.places(self.folder, before, upper)
        return report.model_copy(update={"written": places}), self._above(upper)

    def _above(self, upper: Path | None) -> Box:
        return replace(self, layers=(upper, *self.layers)) if upper else self

    def _refresh(self, files: tuple[Path, ...]) -> None:
        for name in FRESH:
            shutil.rmtree(self.folder / name, ignore_errors=True)
            (self.folder / name).mkdir(parents=True)
        (self.folder / "cache").mkdir(exist_ok=True)
        (self.folder / "tmp").chmod(0o1777)
        for file in files:
            if file.is_dir():
                shutil.copytree(file, self.folder / "work" / file.name)
            else:
                shutil.copy(file, self.folder / "work")

    def _carry_out(self, plan: Plan) -> Report:
        file, answer = self.folder / "plan.json", self.folder / "report.json"
        file.write_text(plan.model_dump_json(), "utf-8")
        answer.unlink(missing_ok=True)
        closed = plan.network in ("refuses", "silent")
        walls = ("unshare", *WALLS, *(("--net",) if closed else ())) if self.memory else ()
        child = subprocess.Popen(
            [*walls, sys.executable, "-B", "-m", "lab.inside", str(file)],
            cwd=PROJECT,
            start_new_session=True,
            stdin=subprocess.DEVNULL,
        )
        processes.keep_priority(child.pid)
        try:
            child.wait(timeout=sum(step.seconds for step in plan.steps) + SPARE)
        except subprocess.TimeoutExpired:
            return Report(steps=(Done(name="box", problem="it took too long and was ended"),))
        finally:
            _end(child)
        if not answer.exists():
            return Report(steps=(Done(name="box", problem=f"it broke: ended with {child.returncode}"),))
        return Report.model_validate_json(answer.read_text("utf-8"))


def _end(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
