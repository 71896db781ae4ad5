"""What an office writes down about itself: absences, duties, places, bodies, telephones."""
