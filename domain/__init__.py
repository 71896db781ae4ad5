"""What things mean: people, weeks, work, days out. Pure: no await, no library, no SQL."""
