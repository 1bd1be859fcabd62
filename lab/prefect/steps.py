from prefect import flow, task
from prefect.runtime import task_run


@task
def load():
    return list(range(10))


@task(retries=1)
def train(rows):
    if task_run.run_count == 1:
        raise RuntimeError("the first try fails")
    return sum(rows)


@task
def report(total):
    print("total", total)


@flow
def three_steps():
    report(train(load()))


three_steps()
