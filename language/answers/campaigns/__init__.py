"""Campaigns as they are typed."""
