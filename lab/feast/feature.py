from datetime import UTC, datetime

from feast import FeatureStore

store = FeatureStore("feature_repo")
store.materialize_incremental(end_date=datetime.now(UTC))
found = store.get_online_features(features=["driver_trips:trips"], entity_rows=[{"driver_id": 1001}])
print("trips", found.to_dict()["trips"][0])
