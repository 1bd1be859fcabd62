from pyspark.sql import SparkSession

spark = SparkSession.builder.master("local[2]").getOrCreate()
spark.range(1000).write.parquet("rows/version=1")
spark.range(1000).limit(10).write.parquet("rows/version=2")
print(spark.read.parquet("rows").where("version = 1").count(), "rows of version 1")
spark.stop()
