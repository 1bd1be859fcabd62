import pickle

from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression

rows, kinds = load_iris(return_X_y=True)
with open("model.pickle", "wb") as file:
    pickle.dump(LogisticRegression(max_iter=500).fit(rows, kinds), file)
print("kept")
