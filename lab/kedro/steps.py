from kedro.io import DataCatalog, MemoryDataset
from kedro.pipeline import Pipeline, node
from kedro.runner import SequentialRunner

tries = []


def load():
    return list(range(10))


def train(rows):
    tries.append(1)
    if len(tries) == 1:
        raise RuntimeError("the first try fails")
    return sum(rows)


def report(total):
    print("total", total)
    return total


three_steps = Pipeline(
    [node(load, None, "rows"), node(train, "rows", "total"), node(report, "total", "reported")]
)
catalog = DataCatalog({name: MemoryDataset() for name in ("rows", "total", "reported")})
for nodes in (three_steps, three_steps.from_inputs("rows")):
    try:
        SequentialRunner().run(nodes, catalog)
        break
    except RuntimeError:
        continue
