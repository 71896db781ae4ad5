"""Who came: figures of a report, groups, the roll call."""
