"""The catalogue as pages, search index and public files; knows no MkDocs."""
