import wandb

with wandb.init(project="lab") as run:
    for step in range(10):
        run.log({f"loss_{step}": 1 / (step + 1)})
    metrics = [name for name in run.summary.keys() if name.startswith("loss_")]

print(len(metrics), "metrics")
