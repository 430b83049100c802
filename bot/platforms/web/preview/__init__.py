"""Preview: a visitor talks to the bot as a reader of each platform would, and sees what that platform would be sent."""
