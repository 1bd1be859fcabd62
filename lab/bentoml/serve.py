import bentoml
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression

rows, kinds = load_iris(return_X_y=True)
bentoml.sklearn.save_model("iris", LogisticRegression(max_iter=500).fit(rows, kinds))
print("kept")
