"""Rules of the field without input or output. Terms: KK family card, NIK identity number, KTP-el the card."""
