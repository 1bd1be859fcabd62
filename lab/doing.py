"""Carries out the steps of a plan and looks at what they do; runs inside the box, and ends all it started."""

from __future__ import annotations

import os
import shlex
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from lab import load, processes
from lab.looking import Peak, answers, is_open
from lab.outside import Outside
from lab.steps import Done, Plan, Report, Step

TAIL = 3000


class Doing:
    """One plan being carried out."""

    def __init__(self, plan: Plan, env: dict[str, str], outside: Outside | None) -> None:
        self.plan, self.env, self.outside = plan, env, outside
        self.folder = Path(plan.folder)
        self.running: list[subprocess.Popen[bytes]] = []
        self.over = ""
        self.stopped = False

    def all(self) -> Report:
        """Every step until one fails; then what is left running is ended and named."""
        processes.adopt_orphans()
        threading.Thread(target=self._guard, daemon=True).start()
        done: list[Done] = []
        for step in self.plan.steps:
            if self.outside:
                self.outside.during = step.name or step.do
            done.append(self._one(step))
            if done[-1].problem:
                break
        self._stop("")
        return Report(
            steps=tuple(done),
            leaked=self._leaked(),
            reached=self.outside.reached() if self.outside else (),
        )

    def _one(self, step: Step) -> Done:
        todo: dict[str, Callable[[Step], Done]] = {
            "run": self._run,
            "start": self._start,
            "rest": self._rest,
            "load": self._load,
            "stop": self._end,
        }
        done = todo[step.do](step)
        return done.model_copy(update={"problem": self.over}) if self.over else done

    def _popen(self, step: Step, log: Path) -> subprocess.Popen[bytes]:
        with log.open("wb") as out:
            child = subprocess.Popen(
                step.command,
                stdout=out,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                cwd=self.folder / "work",
                env=self.env,
                start_new_session=True,
            )
        processes.keep_priority(child.pid)
        if step.core is not None:
            os.sched_setaffinity(child.pid, {step.core % (os.cpu_count() or 1)})
        return child

    def _run(self, step: Step) -> Done:
        log = self.folder / "logs" / f"{step.name}.log"
        seen, used, start = Peak(step.watch), processes.children_cpu_seconds(), time.perf_counter()
        try:
            child = self._popen(step, log)
            with seen:
                code = processes.wait_for(child, step.seconds)
        except FileNotFoundError:
            return Done(name=step.name, problem=f"there is no command {step.command[0]}")
        except subprocess.TimeoutExpired:
            processes.end([child.pid])
            return Done(name=step.name, output=_tail(log), problem=f"not done in {step.seconds:g} s")
        seconds, output = time.perf_counter() - start, _tail(log)
        left = processes.cpu_seconds(processes.left_of(child.pid))
        problem = f"ended with {code}" if code else ""
        if not problem and step.proof not in log.read_text("utf-8", "replace"):
            problem = f"it did not print {step.proof!r}"
        return Done(
            name=step.name,
            seconds=round(seconds, 3),
            cpu_seconds=round(processes.children_cpu_seconds() - used + left, 6),
            output=output,
            problem=problem,
            megabytes=seen.top,
            processes=seen.names,
            ports=seen.ports,
        )

    def _start(self, step: Step) -> Done:
        place = urlsplit(step.ready)
        if is_open(place.hostname or "", place.port or 0):
            return Done(name=step.name, problem=f"port {place.port} is taken")
        log, start = self.folder / "logs" / f"{step.name}.log", time.perf_counter()
        try:
            child = self._popen(step, log)
        except FileNotFoundError:
            return Done(name=step.name, problem=f"there is no command {step.command[0]}")
        self.running.append(child)
        while time.perf_counter() - start < step.seconds and not self.over:
            if answers(step.ready):
                seconds, used = time.perf_counter() - start, processes.cpu_seconds(processes.tree())
                return Done(name=step.name, seconds=round(seconds, 3), cpu_seconds=used)
            if child.poll():
                return Done(
                    name=step.name, output=_tail(log), problem=f"crashed: ended with {child.returncode}"
                )
            time.sleep(min(0.02, 0.002 + (time.perf_counter() - start) / 50))
        return Done(
            name=step.name, output=_tail(log), problem=f"never ready: no answer in {step.seconds:g} s"
        )

    def _rest(self, step: Step) -> Done:
        time.sleep(step.seconds)
        pids = processes.tree()
        return Done(
            name=step.name,
            megabytes=processes.megabytes(pids),
            ports=processes.ports(pids),
            processes=tuple(sorted(filter(None, map(processes.name, pids)))),
        )

    def _load(self, step: Step) -> Done:
        assert step.request  # noqa: S101
        if step.core is not None:
            os.sched_setaffinity(0, {step.core % (os.cpu_count() or 1)})
        seen, start = Peak(step.watch), time.perf_counter()
        with seen:
            requests = load.ask(step.request)
        problem = f"{requests.failed} of {requests.sent} requests failed" if requests.failed else ""
        return Done(
            name=step.name,
            seconds=round(time.perf_counter() - start, 3),
            requests=requests,
            megabytes=seen.top,
            problem=problem,
        )

    def _end(self, step: Step) -> Done:
        start = time.perf_counter()
        self._stop(" ".join(map(shlex.quote, step.command)))
        return Done(name=step.name, seconds=round(time.perf_counter() - start, 3))

    def _stop(self, command: str) -> None:
        """Ask what runs to end, give it time, and make it end; once: the time is part of a finding."""
        if self.stopped:
            return
        if command and self.running:
            subprocess.run(
                shlex.split(command),
                env=self.env,
                cwd=self.folder / "work",
                timeout=30,
                check=False,
                capture_output=True,
            )
            processes.gone([child.pid for child in self.running], self.plan.grace)
        for child in self.running:
            if child.poll() is None:
                child.terminate()
        for child in self.running:
            try:
                child.wait(timeout=self.plan.grace)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        self.running.clear()
        processes.gone(processes.tree(), min(3, self.plan.grace))
        self.stopped = True

    def _leaked(self) -> tuple[str, ...]:
        left = processes.tree()
        names = tuple(sorted(filter(None, map(processes.name, left))))
        processes.end(left, min(5, self.plan.grace))
        return names

    def _guard(self) -> None:
        while not self.over:
            pids = processes.tree()
            most = self.plan.megabytes
            if processes.resident(pids) > most and processes.megabytes(pids) > most:
                self.over = f"more than {self.plan.megabytes} MiB of memory"
                processes.end(pids, 1)
            time.sleep(0.5)


def _tail(log: Path) -> str:
    return log.read_text("utf-8", "replace")[-TAIL:]
