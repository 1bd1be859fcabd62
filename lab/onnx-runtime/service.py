import numpy as np
import onnxruntime
from fastapi import FastAPI
from pydantic import BaseModel

session = onnxruntime.InferenceSession("model.onnx")
app = FastAPI()


class Rows(BaseModel):
    rows: list[list[float]]


@app.get("/health")
def health():
    return "ok"


@app.post("/predict")
def predict(asked: Rows):
    kinds = session.run(None, {"X": np.array(asked.rows, dtype=np.float32)})[0]
    return {"kinds": kinds.tolist()}
