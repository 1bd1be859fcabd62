"""A thousand requests, one after another on one connection: the plainest load there is."""

from __future__ import annotations

import http.client
import time
from urllib.parse import urlsplit

from lab.records import Request
from lab.steps import Requests

WARM, COUNT = 20, 1000


def ask(request: Request, count: int = COUNT) -> Requests:
    """Send the requests and say how many a second were answered, and how slow the slowest twentieth was."""
    place = urlsplit(request.url)
    line = http.client.HTTPConnection(place.hostname or "", place.port, timeout=30)
    for _ in range(WARM):
        _once(line, place.path, request)
    times, failed, start = [], 0, time.perf_counter()
    for _ in range(count):
        before = time.perf_counter()
        failed += not _once(line, place.path, request)
        times.append(time.perf_counter() - before)
    total = time.perf_counter() - start
    line.close()
    times.sort()
    return Requests(
        sent=count,
        failed=failed,
        per_second=round(count / total, 1),
        p50_ms=round(times[count // 2] * 1000, 3),
        p95_ms=round(times[int(count * 0.95)] * 1000, 3),
    )


def _once(line: http.client.HTTPConnection, path: str, request: Request) -> bool:
    try:
        line.request("POST", path, request.body, {"Content-Type": "application/json"})
        answer = line.getresponse()
        said = answer.read().decode("utf-8", "replace")  # of a refusal too: the line is used again
        return answer.status == 200 and request.answer in said
    except (OSError, http.client.HTTPException):
        line.close()
        return False
