from datetime import UTC, datetime

import pandas as pd

rows = pd.DataFrame({"driver_id": [1001], "trips": [42], "event_timestamp": [datetime.now(UTC)]})
rows.to_parquet("feature_repo/trips.parquet")
