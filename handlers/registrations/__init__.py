"""Places: tapped, typed, handed on; groups of cadres."""
