from aim import Run

run = Run(experiment="lab")
for step in range(10):
    run.track(1 / (step + 1), name=f"loss_{step}")
run.close()

stored = Run(run.hash, read_only=True)
print(len(list(stored.metrics())), "metrics")
