"""Work as it is ordered, asked about and told: orders, drafts, verdicts, results."""
