git init -q .
seq 1000 > rows.csv
git add rows.csv
git commit -q -m "version 1"
seq 10 > rows.csv
git commit -q -a -m "version 2"
echo "$(git show HEAD~1:rows.csv | wc -l) rows of version 1"
