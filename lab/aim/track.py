from aim import Run

run = Run(experiment="lab")
for step in range(10):
    run.track(1 / (step + 1), name=f"loss_{step}")

metrics = [each for each in run.metrics() if each.name.startswith("loss_")]
print(len(metrics), "metrics")
run.close()
