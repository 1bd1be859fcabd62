import json
from pathlib import Path
from zipfile import ZipFile

import comet_ml

config = comet_ml.ExperimentConfig(offline_directory="runs")
run = comet_ml.start(project_name="lab", online=False, experiment_config=config)
for step in range(10):
    run.log_metric(f"loss_{step}", 1 / (step + 1))
run.end()

archive = ZipFile(next(Path("runs").glob("*.zip")))
lines = map(json.loads, archive.read("messages.json").splitlines())
names = {line["payload"]["metric"]["metricName"] for line in lines if line["type"] == "metric_msg"}
print(len([name for name in names if name.startswith("loss_")]), "metrics")
