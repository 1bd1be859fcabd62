import bentoml


@bentoml.service
class Iris:
    def __init__(self):
        self.model = bentoml.sklearn.load_model("iris:latest")

    @bentoml.api
    def predict(self, rows: list[list[float]]) -> list[int]:
        return self.model.predict(rows).tolist()
