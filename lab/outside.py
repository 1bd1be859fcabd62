"""The world outside, as a box sees it: names resolve, connections are written down, and none succeeds."""

from __future__ import annotations

import fcntl
import os
import re
import socket
import struct
import subprocess
import threading
from collections import Counter
from pathlib import Path

from lab.steps import Network, Reached

TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
HERE = "198.18.255.1"  # of the range kept for measuring; no address of the real world is ever used
# Where a connection starts when nobody says: no recipe's server listens there, so none finds its port taken.
PORTS = Path("/proc/sys/net/ipv4/ip_local_port_range"), "50000 60999"
INDEX = re.compile(r"pypi|npm")
TCP, SYN, RST_ACK = 6, 0x02, 0x14


class Outside:
    """Names asked for and connections tried, with the step that was going on."""

    def __init__(self, network: Network) -> None:
        self.during = "start"
        self.refuses = network == "refuses"
        self.seen: Counter[tuple[str, int, str]] = Counter()
        self.names: dict[str, str] = {}

    def open(self) -> None:
        """Bring up loopback and a way out that leads nowhere."""
        PORTS[0].write_text(PORTS[1], "utf-8")
        self.way = os.open("/dev/net/tun", os.O_RDWR)
        fcntl.ioctl(self.way, TUNSETIFF, struct.pack("16sH", b"out0", IFF_TUN | IFF_NO_PI))
        for words in (
            "link set lo up",
            f"addr add {HERE}/32 dev out0",
            "link set out0 up",
            "route add default dev out0",
        ):
            subprocess.run(["ip", *words.split()], check=True)
        self.dns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.dns.bind(("127.0.0.1", 53))
        for work in (self._packets, self._questions):
            threading.Thread(target=work, daemon=True).start()

    def reached(self) -> tuple[Reached, ...]:
        """What was tried; a name that was only looked up has port 0."""
        connected = {(name, during) for name, port, during in self.seen if port}
        return tuple(
            Reached(name=name, port=port, during=during, times=times)
            for (name, port, during), times in sorted(self.seen.items())
            if port or (name, during) not in connected
        )

    def _questions(self) -> None:
        while True:
            question, sender = self.dns.recvfrom(4096)
            try:
                name, kind, end = asked(question)
            except (IndexError, UnicodeDecodeError):
                continue
            address = None
            if not name.endswith(".arpa"):
                self.seen[said(name), 0, self.during] += 1
                address = self._address(name) if kind == 1 else None
            self.dns.sendto(answer(question, end, address), sender)

    def _address(self, name: str) -> str:
        number = len(self.names) + 1
        return self.names.setdefault(name, f"198.18.{number // 250}.{number % 250 + 1}")

    def _packets(self) -> None:
        while True:
            packet = os.read(self.way, 65535)
            if packet[0] >> 4 != 4 or packet[9] not in (TCP, 17):
                continue
            start = (packet[0] & 15) * 4
            target, port = (
                socket.inet_ntoa(packet[16:20]),
                struct.unpack("!H", packet[start + 2 : start + 4])[0],
            )
            if packet[9] != TCP or packet[start + 13] == SYN or packet[start + 13] & 0x3F == SYN:
                name = next((name for name, address in self.names.items() if address == target), target)
                name = said(name)
                self.seen[name, port, self.during] += 1
                if self.refuses and packet[9] == TCP:
                    os.write(self.way, refusal(packet, start))


def said(name: str) -> str:
    """A name as results say it: that a package index was asked matters, not which mirror of it."""
    return "a package index" if INDEX.search(name) else name


def asked(question: bytes) -> tuple[str, int, int]:
    """The name and the kind of a DNS question, and where it ends."""
    labels, at = [], 12
    while question[at]:
        labels.append(question[at + 1 : at + 1 + question[at]].decode("ascii"))
        at += question[at] + 1
    return ".".join(labels).lower(), struct.unpack("!H", question[at + 1 : at + 3])[0], at + 5


def answer(question: bytes, end: int, address: str | None) -> bytes:
    """A DNS answer with one address, or with none."""
    head = question[:2] + struct.pack("!HHHHH", 0x8180, 1, 1 if address else 0, 0, 0)
    record = struct.pack("!HHHIH", 0xC00C, 1, 1, 0, 4) + socket.inet_aton(address) if address else b""
    return head + question[12:end] + record


def refusal(packet: bytes, start: int) -> bytes:
    """The reset that answers a connection nobody takes."""
    ports = packet[start + 2 : start + 4] + packet[start : start + 2]
    number = struct.unpack("!I", packet[start + 4 : start + 8])[0]
    body = ports + struct.pack("!IIBBHHH", 0, (number + 1) & 0xFFFFFFFF, 5 << 4, RST_ACK, 0, 0, 0)
    ends = packet[16:20] + packet[12:16]
    body = body[:16] + _checksum(ends + struct.pack("!BBH", 0, TCP, 20) + body) + body[18:]
    head = struct.pack("!BBHHHBBH", 0x45, 0, 40, 0, 0, 64, TCP, 0) + ends
    return head[:10] + _checksum(head) + head[12:] + body


def _checksum(data: bytes) -> bytes:
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return struct.pack("!H", ~total & 0xFFFF)
