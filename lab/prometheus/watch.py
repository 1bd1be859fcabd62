import json
import time
from urllib.request import urlopen

found = []
while not found:
    time.sleep(1)
    with urlopen("http://127.0.0.1:9090/api/v1/query?query=up") as answer:
        found = json.load(answer)["data"]["result"]
print("up", found[0]["value"][1])
