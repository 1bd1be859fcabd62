from pathlib import Path

from zenml import pipeline, step
from zenml.config.retry_config import StepRetryConfig


@step
def load() -> list[int]:
    return list(range(10))


@step(retry=StepRetryConfig(max_retries=1, delay=0))
def train(rows: list[int]) -> int:
    if not Path("tried").exists():
        Path("tried").touch()
        raise RuntimeError("the first try fails")
    return sum(rows)


@step
def report(total: int) -> None:
    print("total", total)


@pipeline
def three_steps():
    report(train(load()))


if __name__ == "__main__":
    three_steps()
