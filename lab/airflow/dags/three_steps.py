from datetime import timedelta

from airflow.sdk import dag, get_current_context, task


@task
def load():
    return list(range(10))


@task(retries=1, retry_delay=timedelta(0))
def train(rows):
    if get_current_context()["ti"].try_number == 1:
        raise RuntimeError("the first try fails")
    return sum(rows)


@task
def report(total):
    print("total", total)


@dag(schedule=None)
def three_steps():
    report(train(load()))


three_steps()
