"""This computer: folders, settings, keyring, clock, power and masked logging."""
