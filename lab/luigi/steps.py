import json
from pathlib import Path

import luigi


class Load(luigi.Task):
    def output(self):
        return luigi.LocalTarget("rows.json")

    def run(self):
        with self.output().open("w") as file:
            json.dump(list(range(10)), file)


class Train(luigi.Task):
    retry_count = 2

    def requires(self):
        return Load()

    def output(self):
        return luigi.LocalTarget("total.json")

    def run(self):
        if not Path("tried").exists():
            Path("tried").touch()
            raise RuntimeError("the first try fails")
        with self.input().open() as rows, self.output().open("w") as file:
            json.dump(sum(json.load(rows)), file)


class Report(luigi.Task):
    def requires(self):
        return Train()

    def output(self):
        return luigi.LocalTarget("report.txt")

    def run(self):
        with self.input().open() as total, self.output().open("w") as file:
            file.write(total.read())
        print("total", Path("report.txt").read_text())
