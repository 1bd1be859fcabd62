"""What a recipe may say, and the reasons why something has none; frozen, and the only schema there is."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

YEAR_DAYS = 365


class Record(BaseModel):
    """A value: it never changes, and knows every one of its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Kind(StrEnum):
    """The first useful thing of a stage, the same for every tool of it."""

    TRACK = "track"  # one run with ten metrics, read back
    STEPS = "steps"  # three steps, of which the second fails once and is retried
    SERVE = "serve"  # a scikit-learn model kept and served, 1,000 requests
    FEATURE = "feature"  # a feature written and read by its key
    PUBLISH = "publish"  # 10,000 messages published and consumed
    KEEP = "keep"  # 1,000 rows (or files) kept, changed, and the first version read again
    WATCH = "watch"  # something is watched, and what was seen is asked for


def _pinned(packages: tuple[str, ...]) -> tuple[str, ...]:
    loose = [each for each in packages if not re.fullmatch(r"@?[^<>~!=@]+(==|=|@)\d[\w.+:~!-]*", each)]
    if loose:
        raise ValueError(f"versions are pinned, and {', '.join(loose)} is not; write name==1.2.3")
    return packages


Packages = Annotated[tuple[str, ...], AfterValidator(_pinned)]


Level = Literal["works", "starts", "installed", "client", "tried"]


class Server(Record):
    """Something that runs until it is stopped: how it starts, and where it answers when it is ready."""

    start: str
    ready: str = Field(pattern=r"^(http|tcp)://127\.0\.0\.1:\d+(/\S*)?$")
    stop: str = ""
    before: tuple[str, ...] = ()
    seconds: int = Field(default=90, le=240)


class Request(Record):
    """What is asked of a served model a thousand times, and what every answer must hold."""

    url: str = Field(pattern=r"^http://127\.0\.0\.1:\d+/\S*$")
    body: str
    answer: str


class Work(Record):
    """The first useful thing: what is run, what it must print, and which files a user wrote for it."""

    proof: str
    run: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    server: Server | None = None
    request: Request | None = None


class Recipe(Record):
    """One tool: what is installed, imported, started and done. The folder's name is the tool's id."""

    pypi: Packages = ()
    npm: Packages = ()
    debian: Packages = ()
    main: str
    released: str = Field(pattern=r"^\d{4}-\d{2}$")
    module: str = ""
    env: dict[str, str] = {}
    server: Server | None = None
    works: dict[Kind, Work] = {}
    megabytes: int = Field(default=6000, le=12000)
    client: bool = False
    history: str = ""
    note: str = ""

    @model_validator(mode="after")
    def _has_something_to_measure(self) -> Recipe:
        if not (self.pypi or self.npm or self.debian):
            raise ValueError("nothing is installed: name packages under pypi, npm or debian")
        if not any(each.startswith(self.main) for each in self.pypi + self.npm + self.debian):
            raise ValueError(f"main: {self.main} is not among the packages")
        for kind, work in self.works.items():
            if (kind is Kind.SERVE) != (work.request is not None):
                raise ValueError(f"works.{kind}: a request belongs to serve, and serve has one")
            if kind is Kind.SERVE and not (work.server or self.server):
                raise ValueError("works.serve: nothing serves; name a server")
        return self

    def level(self) -> Level:
        """How much was tried: the work, the start, the installation, or that of a client only."""
        if self.works:
            return "works"
        return "starts" if self.server else "client" if self.client else "installed"


class Words(Record):
    """The same words in both languages."""

    ko: str
    en: str


class Unmeasured(Record):
    """A tool that has no recipe, and why: looked for where, on which day."""

    why: Words
    looked: str | Words
    day: date
