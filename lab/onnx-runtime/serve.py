from pathlib import Path

from skl2onnx import to_onnx
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression

rows, kinds = load_iris(return_X_y=True)
model = to_onnx(LogisticRegression(max_iter=500).fit(rows, kinds), rows[:1].astype("float32"))
Path("model.onnx").write_bytes(model.SerializeToString())
print("kept")
