from kfp import dsl, local

local.init(runner=local.SubprocessRunner(use_venv=False), raise_on_error=True)


@dsl.component(install_kfp_package=False)
def load() -> list:
    return list(range(10))


@dsl.component(install_kfp_package=False)
def train(rows: list) -> int:
    from pathlib import Path

    if not Path("tried").exists():
        Path("tried").touch()
        raise RuntimeError("the first try fails")
    return int(sum(rows))


@dsl.component(install_kfp_package=False)
def report(total: int) -> str:
    return f"total {total}"


@dsl.pipeline
def three_steps() -> str:
    rows = load()
    total = train(rows=rows.output).set_retry(num_retries=1)
    return report(total=total.output).output


print(three_steps().output)
