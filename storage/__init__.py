"""Everything written down. The only folder that knows SQL."""
