"""What editors do to statements, who did it and when, and what they are told of a later extraction."""
