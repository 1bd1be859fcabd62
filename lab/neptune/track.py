import sqlite3
from pathlib import Path

from neptune_scale import Run

if __name__ == "__main__":
    with Run(project="team/lab", run_id="first", mode="offline", log_directory="runs") as run:
        for step in range(10):
            run.log_metrics({f"loss_{step}": 1 / (step + 1)}, step=step)

    file = sqlite3.connect(next(Path("runs").glob("**/*.sqlite3")))
    operations = file.execute("select count(*) from run_operations").fetchone()[0]
    print("10 metrics" if operations >= 10 else operations)
