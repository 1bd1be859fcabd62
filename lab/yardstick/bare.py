"""A bare FastAPI server that says it is there."""

from fastapi import FastAPI

app = FastAPI()


@app.get("/health")
def health():
    return "ok"
