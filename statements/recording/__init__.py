"""What was extracted from articles becomes rows; nothing else writes machine statements."""
