"""Small stand-ins for the platforms' servers, on loopback."""
