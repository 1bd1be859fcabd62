import numpy as np
import pandas as pd
from evidently import Report
from evidently.presets import DataDriftPreset

random = np.random.default_rng(1)
before = pd.DataFrame({"age": random.normal(0, 1, 1000)})
after = pd.DataFrame({"age": random.normal(1, 1, 1000)})

found = Report([DataDriftPreset()]).run(current_data=after, reference_data=before).dict()
print("drift", found["metrics"][0]["value"]["share"] == 1.0)
