"""What leaders say of the weekly report, and which one they want."""
