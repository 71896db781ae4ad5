"""What things mean: people, weeks, work, activities. Pure: no await, no library, no SQL."""
