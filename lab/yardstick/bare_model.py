"""A bare FastAPI server around a model."""

import pickle
from pathlib import Path

from fastapi import FastAPI
from pydantic import BaseModel

model = pickle.loads(Path("model.pickle").read_bytes())
app = FastAPI()


class Rows(BaseModel):
    rows: list[list[float]]


@app.get("/health")
def health():
    return "ok"


@app.post("/predict")
def predict(asked: Rows):
    return {"kinds": model.predict(asked.rows).tolist()}
