import pickle

from kserve import Model, ModelServer


class Iris(Model):
    def load(self):
        with open("model.pickle", "rb") as file:
            self.model = pickle.load(file)
        self.ready = True
        return self.ready

    def predict(self, payload, headers=None):
        return {"predictions": self.model.predict(payload["instances"]).tolist()}


if __name__ == "__main__":
    iris = Iris("iris")
    iris.load()
    ModelServer().start([iris])
