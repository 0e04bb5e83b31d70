"""Triple stores elsewhere: filling them with our graphs, and bringing their graphs here."""
