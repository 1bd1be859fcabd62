import json
import time
from urllib.request import urlopen

from tensorboard.summary import Writer

run = Writer("runs/first")
for step in range(10):
    run.add_scalar(f"loss_{step}", 1 / (step + 1), step)
run.close()

shown = {}
while len(shown.get("first", ())) < 10:
    time.sleep(1)
    with urlopen("http://127.0.0.1:6006/data/plugin/scalars/tags") as answer:
        shown = json.load(answer)
print(len(shown["first"]), "metrics")
