"""The newsroom page: a small site to look at the bot from; of other platforms it knows what it is handed."""
