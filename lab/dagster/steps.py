from dagster import OpExecutionContext, RetryPolicy, job, op


@op
def load():
    return list(range(10))


@op(retry_policy=RetryPolicy(max_retries=1))
def train(context: OpExecutionContext, rows):
    if context.retry_number == 0:
        raise RuntimeError("the first try fails")
    return sum(rows)


@op
def report(total):
    print("total", total)


@job
def three_steps():
    report(train(load()))
