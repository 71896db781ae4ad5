"""The numbers of a register as they are typed."""
