"""10,000 messages over a socket, from one process to another."""

import os
import socket

reads, writes = socket.socketpair()
if not (publisher := os.fork()):
    reads.close()
    for number in range(10_000):
        writes.sendall(b"message %05d\n" % number)
    os._exit(0)
writes.close()
print(sum(1 for _ in reads.makefile()), "messages")
os.waitpid(publisher, 0)
