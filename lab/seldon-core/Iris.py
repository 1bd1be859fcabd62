import pickle


class Iris:
    def __init__(self):
        with open("model.pickle", "rb") as file:
            self.model = pickle.load(file)

    def predict(self, rows, names=None, meta=None):
        return self.model.predict(rows)
