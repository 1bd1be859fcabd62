from datetime import timedelta
from pathlib import Path

import flyte

env = flyte.TaskEnvironment(name="lab")


@env.task
def load() -> list[int]:
    return list(range(10))


@env.task(retries=flyte.RetryStrategy(count=1, backoff=flyte.Backoff(base=timedelta(0))))
def train(rows: list[int]) -> int:
    if not Path("tried").exists():
        Path("tried").touch()
        raise RuntimeError("the first try fails")
    return sum(rows)


@env.task
def report(total: int) -> str:
    return f"total {total}"


@env.task
def three_steps() -> str:
    return report(train(load()))


if __name__ == "__main__":
    flyte.init()
    print(flyte.with_runcontext(mode="local").run(three_steps).outputs())
