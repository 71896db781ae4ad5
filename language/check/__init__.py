"""How well typed lines are understood: tables, accuracy, the command."""
