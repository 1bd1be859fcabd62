from aim import Repo, Run

run = Run(experiment="lab")
for step in range(10):
    run.track(1 / (step + 1), name=f"loss_{step}")
run.close()

stored = Repo(".").get_run(run.hash)
print(len(list(stored.metrics())), "metrics")
