"""What is typed of a roll: who was there, who was not, and what is said of it later."""
