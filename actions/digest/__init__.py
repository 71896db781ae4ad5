"""The weekly report to the standing committee: counted, previewed, sent, corrected, asked into."""
