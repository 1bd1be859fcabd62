from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.summary import Writer

run = Writer("runs/first")
for step in range(10):
    run.add_scalar(f"loss_{step}", 1 / (step + 1), step)
run.close()

stored = EventAccumulator("runs/first")
stored.Reload()
print(len(stored.Tags()["tensors"]), "metrics")
