"""duck.py LOG DATABASE: the log as one table of a DuckDB database. Prints the seconds."""

import json
import os
import sys
import time

import duckdb

log, database = sys.argv[1:3]
for name in (database, database + ".wal"):
    if os.path.exists(name):
        os.remove(name)
start = time.perf_counter()
with duckdb.connect(database) as connection:
    connection.execute(
        "CREATE TABLE events AS SELECT * FROM read_json(?, format = 'newline_delimited')", [log]
    )
    connection.execute("CHECKPOINT")
    rows = connection.execute("SELECT count(*) FROM events").fetchone()[0]
print(json.dumps({"seconds": time.perf_counter() - start, "rows": rows}))
