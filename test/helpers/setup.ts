// Filled below: what every browser test file shares.
