"""What several stories begin with, room by room; a story takes its helpers from here alone."""
