"""Three steps, of which the second fails once and is tried again."""

failed = []


def load():
    return list(range(10))


def train(rows):
    if not failed:
        failed.append(True)
        raise RuntimeError("the first try fails")
    return sum(rows)


def report(total):
    print("total", total)


rows = load()
for attempt in range(2):
    try:
        total = train(rows)
        break
    except RuntimeError:
        continue
report(total)
