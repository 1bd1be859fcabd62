import threading

import stomp


class Count(stomp.ConnectionListener):
    def __init__(self):
        self.count, self.all = 0, threading.Event()

    def on_message(self, frame):
        self.count += 1
        if self.count == 10_000:
            self.all.set()


counted = Count()
line = stomp.Connection([("127.0.0.1", 61613)])
line.set_listener("count", counted)
line.connect(wait=True)
line.subscribe("/queue/lab", id="1")
for number in range(10_000):
    line.send("/queue/lab", f"message {number}")
counted.all.wait(120)
print(counted.count, "messages")
line.disconnect()
