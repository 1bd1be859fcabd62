import great_expectations as gx
import pandas as pd

rows = pd.DataFrame({"age": range(1000)})
batch = (
    gx.get_context()
    .data_sources.add_pandas("lab")
    .add_dataframe_asset("rows")
    .add_batch_definition_whole_dataframe("all")
    .get_batch({"dataframe": rows})
)
expected = [
    gx.expectations.ExpectColumnValuesToNotBeNull(column="age"),
    gx.expectations.ExpectColumnValuesToBeBetween(column="age", max_value=500),
]
print("held", [batch.validate(each).success for each in expected])
