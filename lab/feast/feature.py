from datetime import UTC, datetime

import pandas as pd
from feast import FeatureStore

store = FeatureStore("feature_repo")
rows = pd.DataFrame({"driver_id": [1001], "trips": [42], "event_timestamp": [datetime.now(UTC)]})
store.write_to_online_store("driver_trips", rows)
found = store.get_online_features(features=["driver_trips:trips"], entity_rows=[{"driver_id": 1001}])
print("trips", found.to_dict()["trips"][0])
