"""Missions of mutual aid as the host sees them."""
