import json
from pathlib import Path

from clearml import Task

Task.set_offline(True)
task = Task.init(project_name="lab", task_name="first")
folder = Path(task.get_offline_mode_folder())
for step in range(10):
    task.get_logger().report_scalar("loss", f"loss_{step}", 1 / (step + 1), step)
task.close()

lines = (folder / "metrics.jsonl").read_text().splitlines()
print(sum(len(json.loads(line)) for line in lines), "metrics")
