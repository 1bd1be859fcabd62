"""A feature written and read by its key, in SQLite."""

import sqlite3

store = sqlite3.connect("features.db")
store.execute("create table driver (id integer primary key, trips integer)")
store.execute("insert into driver values (1001, 42)")
store.commit()
print("trips", store.execute("select trips from driver where id = 1001").fetchone()[0])
