from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.summary import Writer

with Writer("runs/first") as run:
    for step in range(10):
        run.add_scalar(f"loss_{step}", 1 / (step + 1), step)

stored = EventAccumulator("runs/first")
stored.Reload()
print(len(stored.Tags()["tensors"]) or len(stored.Tags()["scalars"]), "metrics")
