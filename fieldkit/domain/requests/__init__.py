"""What somebody came for: reasons, papers, outcomes, the receipt."""
