"""Every word a person reads, Vietnamese first."""
