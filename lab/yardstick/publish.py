"""10,000 messages over a socket of the loopback, from one thread to another."""

import socket
import threading

server = socket.create_server(("127.0.0.1", 0))


def publish():
    with socket.create_connection(server.getsockname()) as line:
        for number in range(10_000):
            line.sendall(b"message %05d\n" % number)


threading.Thread(target=publish).start()
line, _ = server.accept()
print(sum(1 for _ in line.makefile()), "messages")
