"""What visitors read: audiences, services, and what the study says of the centre. No query here."""
