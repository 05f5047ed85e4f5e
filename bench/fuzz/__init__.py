"""Bad input in search of a fault: random strings by the million (`search`), or guided by coverage (`guided`)."""
