import pyarrow as pa
from pyiceberg.catalog import load_catalog

rows = pa.table({"id": list(range(1000)), "value": list(range(1000))})
catalog = load_catalog("lab", type="sql", uri="sqlite:///catalog.db", warehouse="warehouse")
catalog.create_namespace("lab")
table = catalog.create_table("lab.rows", schema=rows.schema)
table.append(rows)
first = table.current_snapshot().snapshot_id
table.overwrite(rows.slice(0, 10))
print(table.scan(snapshot_id=first).to_arrow().num_rows, "rows of version 1")
