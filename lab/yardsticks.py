"""The same without the tool: plain Python for each kind of work, a bare FastAPI server for what has one."""

from __future__ import annotations

from lab import clients, recipes
from lab.box import Box
from lab.installing import CannotInstall, install
from lab.planning import steps
from lab.records import Kind, Recipe, Request, Server, Work
from lab.results import Yardstick
from lab.steps import Report

FOLDER = recipes.LAB / "yardstick"
PORT = 18080
REST = 2.0
RECIPE = Recipe(
    pypi=("fastapi==0.163.2", "uvicorn==0.54.0", "scikit-learn==1.9.1"), main="fastapi", released="2026-11"
)
BODY = '{"rows": [[5.1, 3.5, 1.4, 0.2]]}'


def prepare(box: Box) -> Box:
    """A box with FastAPI, uvicorn and scikit-learn in it, pinned like a recipe's."""
    return install(FOLDER.name, RECIPE, box, 1)[1]


class Yards:
    """The yardstick of one kind of work, run between the runs of the tool."""

    def __init__(self, box: Box, kind: Kind | str, server: bool) -> None:
        installed = (box.folder / "venv").exists()
        self.python = box.python if installed else clients.PYTHON
        self.box, self.kind, self.server = box, kind, server and installed
        self.reports: list[Report] = []
        self.script = FOLDER / f"{kind}.py"

    def once(self) -> None:
        """One run beside one run of the tool."""
        self.reports.append(self._run(watch=False))

    def figures(self) -> Yardstick:
        """All runs, and one more that is watched for its memory."""
        watched = self._run(watch=True)
        memory = max(watched.step("work-0").megabytes, watched.step("load").megabytes)
        has_work = self.script.exists()
        work = [report.step("work-0") for report in self.reports] if has_work else []
        start = [report.step("start") for report in self.reports] if self.server else []
        return Yardstick(
            seconds=tuple(each.seconds for each in work),
            cpu_seconds=tuple(each.cpu_seconds for each in work),
            start_seconds=tuple(each.seconds for each in start),
            start_cpu_seconds=tuple(each.cpu_seconds for each in start),
            idle_mb=watched.step("idle").megabytes if self.server else None,
            work_mb=memory if has_work else None,
            lines=self._lines() if has_work else None,
            requests=tuple(found for report in self.reports if (found := report.step("load").requests)),
        )

    def _run(self, watch: bool) -> Report:
        run = (f"{self.python} {self.kind}.py",) if self.script.exists() else ()
        plan = steps(self.kind, self._work(), self._server(), REST if watch else None, run)
        box = self.box if watch else self.box.hurried
        report = box.run("refuses", *plan, files=tuple(FOLDER.glob("*.py")))
        if problem := report.problem():
            raise CannotInstall(f"yardstick: {problem}\n{report.steps[-1].output}")
        return report

    def _lines(self) -> int:
        model = [FOLDER / "bare_model.py"] if self.kind == Kind.SERVE else []
        return sum(map(recipes.lines, [self.script, *model]))

    def _work(self) -> Work:
        ask = Request(url=f"http://127.0.0.1:{PORT}/predict", body=BODY, answer="[0]")
        return Work(proof="", request=ask if self.kind == Kind.SERVE else None)

    def _server(self) -> Server | None:
        if not self.server:
            return None
        app = "bare_model:app" if self.kind == Kind.SERVE else "bare:app"
        start = f"{self.python} -m uvicorn {app} --port {PORT}"
        return Server(start=start, ready=f"http://127.0.0.1:{PORT}/health")
