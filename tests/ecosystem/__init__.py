"""What is found in real folders that lie beside the project: a change that alters any of it shows, and is accepted.

Of the documents themselves nothing is kept: fields, codes, figures and dates in standard notation, names of files, and
hashes of what would be words.
"""
