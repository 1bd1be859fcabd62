import boto3

s3 = boto3.client("s3", endpoint_url="http://127.0.0.1:8333")
s3.create_bucket(Bucket="lab")
s3.put_bucket_versioning(Bucket="lab", VersioningConfiguration={"Status": "Enabled"})
first = s3.put_object(Bucket="lab", Key="rows.csv", Body="row\n" * 1000)
s3.put_object(Bucket="lab", Key="rows.csv", Body="row\n" * 10)
kept = s3.get_object(Bucket="lab", Key="rows.csv", VersionId=first["VersionId"])
print(len(kept["Body"].read().splitlines()), "rows of version 1")
