// Sorts and filters the evidence table, which is complete without it.
