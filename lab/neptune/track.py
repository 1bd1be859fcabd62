import sqlite3
from pathlib import Path

from neptune_scale import Run

if __name__ == "__main__":
    with Run(project="team/lab", run_id="first", mode="offline", log_directory="runs") as run:
        for step in range(10):
            run.log_metrics({f"loss_{step}": 1 / (step + 1)}, step=step)

    file = sqlite3.connect(next(Path("runs").glob("**/*.sqlite3")))
    kept = b"".join(row[0] for row in file.execute("select operation from run_operations"))
    print(sum(f"loss_{step}".encode() in kept for step in range(10)), "metrics")
