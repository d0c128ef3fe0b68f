"""What the law on personal data asks for, within three days (F-P2)."""
