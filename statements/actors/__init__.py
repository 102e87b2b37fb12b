"""Who is who: a name in an article becomes an actor of the archive; actors are merged and split."""
