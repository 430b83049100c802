"""The platforms that the bot answers on; none knows another."""
