"""What others have written, read in: a table from a file, and what its columns and words mean.

Foreign files are opened in a child process only (``process``), which gives plain cells back.
"""
