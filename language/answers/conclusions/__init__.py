"""What leaders answer to what they are asked, and what they conclude."""
