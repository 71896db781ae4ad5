"""What somebody answers to a card or a question: cues, and what they say besides."""
