import mlflow

mlflow.set_tracking_uri("http://127.0.0.1:5000")

with mlflow.start_run() as run:
    for step in range(10):
        mlflow.log_metric(f"loss_{step}", 1 / (step + 1))

stored = mlflow.get_run(run.info.run_id).data.metrics
print(len(stored), "metrics")
