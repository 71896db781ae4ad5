"""What somebody must answer or do: raised, stepped, owned, chased, listed, followed to its end."""
