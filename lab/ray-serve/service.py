import pickle

from ray import serve
from starlette.requests import Request


@serve.deployment
class Iris:
    def __init__(self):
        with open("model.pickle", "rb") as file:
            self.model = pickle.load(file)

    async def __call__(self, request: Request):
        if request.method == "GET":
            return "ready"
        asked = await request.json()
        return self.model.predict(asked["rows"]).tolist()


app = Iris.bind()
