git init -q .
dvc init -q
seq 1000 > rows.csv
dvc add -q rows.csv
git add rows.csv.dvc
git commit -q -m "version 1"
seq 10 > rows.csv
dvc add -q rows.csv
git commit -q -a -m "version 2"
git checkout -q HEAD~1
dvc checkout -q
echo "$(wc -l < rows.csv) rows of version 1"
