import time

from aim import Repo, Run

run = Run(experiment="lab")
for step in range(10):
    run.track(1 / (step + 1), name=f"loss_{step}")
run.close()

while not (stored := Repo(".").get_run(run.hash)):  # until `aim up` has indexed it
    time.sleep(0.1)
print(len([each for each in stored.metrics() if each.name.startswith("loss_")]), "metrics")
