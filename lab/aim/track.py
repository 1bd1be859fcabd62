import time

from aim import Repo, Run

run = Run(experiment="lab")
for step in range(10):
    run.track(1 / (step + 1), name=f"loss_{step}")
run.close()

count = 0
while count < 10:  # until `aim up` has indexed them
    time.sleep(1)
    stored = Repo(".").get_run(run.hash)
    count = len([each for each in stored.metrics() if each.name.startswith("loss_")]) if stored else 0
print(count, "metrics")
