"""What can be done with a study: publish it, look after its folder, read it."""
