"""The platforms' published specifications: a list of faults for each request that a bot makes of them.

README.md tells where they come from, and how to renew them.
"""

from tests.contracts.discord import check_discord
from tests.contracts.telegram import check_telegram

__all__ = ["check_discord", "check_telegram"]
