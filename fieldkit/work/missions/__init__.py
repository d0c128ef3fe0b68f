"""Missions of mutual aid: agreed, lists shared, running, settled."""
