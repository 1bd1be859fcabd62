import pyarrow as pa
from deltalake import DeltaTable, write_deltalake

rows = pa.table({"id": range(1000), "value": range(1000)})
write_deltalake("rows", rows)
write_deltalake("rows", rows.slice(0, 10), mode="overwrite")
print(DeltaTable("rows", version=0).to_pyarrow_table().num_rows, "rows of version 1")
