"""One run with ten metrics, as a line each in a file, read back."""

import json
from pathlib import Path

file = Path("run.jsonl")
with file.open("w") as run:
    for step in range(10):
        run.write(json.dumps({"metric": f"loss_{step}", "value": 1 / (step + 1)}) + "\n")
print(len(file.read_text().splitlines()), "metrics")
