from aim import Run

run = Run(experiment="lab")
for step in range(10):
    run.track(1 / (step + 1), name=f"loss_{step}")

print(len(list(run.metrics())), "metrics")
run.close()
