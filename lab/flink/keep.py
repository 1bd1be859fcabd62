from pyflink.table import EnvironmentSettings, TableEnvironment

flink = TableEnvironment.create(EnvironmentSettings.in_batch_mode())
flink.execute_sql("CREATE TABLE made (id BIGINT) WITH ('connector' = 'datagen', 'number-of-rows' = '1000')")
flink.execute_sql(
    "CREATE TABLE kept (id BIGINT, version INT) PARTITIONED BY (version)"
    " WITH ('connector' = 'filesystem', 'path' = 'rows', 'format' = 'csv')"
)
flink.execute_sql("INSERT INTO kept SELECT id, 1 FROM made").wait()
flink.execute_sql("INSERT INTO kept SELECT id, 2 FROM kept WHERE version = 1 LIMIT 10").wait()
with flink.execute_sql("SELECT COUNT(*) FROM kept WHERE version = 1").collect() as found:
    print(next(found)[0], "rows of version 1")
