"""The bad-input corpus: hostile documents, packs and machines, each beside two good documents that contradict each other.

`python -m tests.badinputs` runs the program over all of them, and prints how many were survived: in time, within memory,
without a trace of a crash, with nothing read or written elsewhere, and with the good documents' conflict reported.
"""
