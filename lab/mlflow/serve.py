import mlflow
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression

rows, kinds = load_iris(return_X_y=True)
model = LogisticRegression(max_iter=500).fit(rows, kinds)
with mlflow.start_run():
    kept = mlflow.sklearn.log_model(model, name="iris", registered_model_name="iris")
print("version", kept.registered_model_version)
