"""Numbers that can be the id of a row: what strangers send may be larger than a database takes."""

LARGEST_ID = 2**63 - 1
