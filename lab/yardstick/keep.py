"""1,000 rows kept in a file, changed in a second one, and the first read again."""

import csv

rows = [[number, number * 2] for number in range(1000)]
with open("rows.v1.csv", "w", newline="") as file:
    csv.writer(file).writerows(rows)
with open("rows.v2.csv", "w", newline="") as file:
    csv.writer(file).writerows([[number, 0] for number, _ in rows])
with open("rows.v1.csv", newline="") as file:
    print(len(list(csv.reader(file))), "rows of version 1")
