"""What several articles tell of once: statements that are one utterance, events that are one occasion."""
