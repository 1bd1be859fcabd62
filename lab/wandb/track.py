from pathlib import Path

import wandb

with wandb.init(project="lab") as run:
    for step in range(10):
        run.log({f"loss_{step}": 1 / (step + 1)})

data = next(Path("wandb").glob("offline-run-*/*.wandb")).read_bytes()
print(sum(f"loss_{step}".encode() in data for step in range(10)), "metrics")
