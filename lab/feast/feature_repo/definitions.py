from datetime import timedelta

from feast import Entity, FeatureView, Field, FileSource, ValueType
from feast.types import Int64

driver = Entity(name="driver", join_keys=["driver_id"], value_type=ValueType.INT64)
trips = FeatureView(
    name="driver_trips",
    entities=[driver],
    ttl=timedelta(days=1),
    schema=[Field(name="trips", dtype=Int64)],
    source=FileSource(path="trips.parquet", timestamp_field="event_timestamp"),
)
