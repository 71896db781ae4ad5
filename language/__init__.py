"""Reading what people type: a typed line in, a value out. No clock, no database."""
