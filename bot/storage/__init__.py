"""What is kept: chats and their settings, in a database or in memory. It knows of the core alone."""
