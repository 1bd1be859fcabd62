from metaflow import FlowSpec, current, retry, step


class ThreeSteps(FlowSpec):
    @step
    def start(self):
        self.rows = list(range(10))
        self.next(self.train)

    @retry(times=1, minutes_between_retries=0)
    @step
    def train(self):
        if current.retry_count == 0:
            raise RuntimeError("the first try fails")
        self.total = sum(self.rows)
        self.next(self.end)

    @step
    def end(self):
        print("total", self.total)


if __name__ == "__main__":
    ThreeSteps()
