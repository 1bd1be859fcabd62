import pyarrow as pa
from deltalake import DeltaTable, QueryBuilder, write_deltalake

rows = pa.table({"id": range(1000), "value": range(1000)})
write_deltalake("rows", rows)
write_deltalake("rows", rows.slice(0, 10), mode="overwrite")
first = DeltaTable("rows", version=0)
found = QueryBuilder().register("rows", first).execute("select * from rows").read_all()
print(found.num_rows, "rows of version 1")
