"""Preview: talk to the bot as a reader of each platform would, and see what that platform would be sent."""
