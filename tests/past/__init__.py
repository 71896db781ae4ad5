"""Offices as earlier versions of this program left them, one dump for each schema."""
