"""The platforms' rate limits, as pure functions of the time: tokens that come back, and windows that end."""

from collections import defaultdict, deque

TELEGRAM_PER_SECOND = 30.0
_A_CHAT = (1.0, 3.0)
_A_GROUP = (20, 60.0)
DISCORD_PER_SECOND = 50
_A_CHANNEL = (5, 5.0)


class Bucket:
    """Tokens that come back at a steady rate, up to a burst."""

    def __init__(self, rate: float, burst: float) -> None:
        self._rate = rate
        self._burst = burst
        self._tokens = burst
        self._at = 0.0

    def wait(self, now: float) -> float:
        """Seconds until there is a token; 0 where there is one."""
        self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate)
        self._at = now
        return max(0.0, (1 - self._tokens) / self._rate)

    def take(self, _now: float) -> None:
        """Use one up."""
        self._tokens -= 1


class Rolling:
    """So many in any span of time."""

    def __init__(self, limit: int, seconds: float) -> None:
        self._seconds = seconds
        self._taken: deque[float] = deque(maxlen=limit)

    def wait(self, now: float) -> float:
        """Seconds until there is room; 0 where there is some."""
        full = len(self._taken) == self._taken.maxlen
        return max(0.0, self._taken[0] + self._seconds - now) if full else 0.0

    def take(self, now: float) -> None:
        """Use some of it up."""
        self._taken.append(now)


class Window:
    """So many in a span of time that begins with the first of them."""

    def __init__(self, limit: int, seconds: float) -> None:
        self.limit = limit
        self.remaining = limit
        self._seconds = seconds
        self._ends = 0.0

    def wait(self, now: float) -> float:
        """Seconds until there is room; 0 where there is some."""
        if now >= self._ends:
            self.remaining, self._ends = self.limit, now + self._seconds
        return 0.0 if self.remaining else self.left(now)

    def take(self) -> None:
        """Use some of it up."""
        self.remaining -= 1

    def left(self, now: float) -> float:
        """Seconds until it ends."""
        return max(0.0, self._ends - now)


class TelegramLimits:
    """30 messages a second over all chats, one a second in a chat after a short burst, 20 a minute in a group."""

    def __init__(self) -> None:
        self._all = Bucket(TELEGRAM_PER_SECOND, TELEGRAM_PER_SECOND)
        self._chats: defaultdict[int, Bucket] = defaultdict(lambda: Bucket(*_A_CHAT))
        self._groups: defaultdict[int, Rolling] = defaultdict(lambda: Rolling(*_A_GROUP))

    def take(self, chat: int, now: float) -> float:
        """Seconds to wait, with nothing taken; or 0."""
        buckets: list[Bucket | Rolling] = [self._all, self._chats[chat]]
        buckets += [self._groups[chat]] if chat < 0 else []
        wait = max(bucket.wait(now) for bucket in buckets)
        if not wait:
            for bucket in buckets:
                bucket.take(now)
        return wait


class DiscordLimits:
    """50 requests a second over all routes, and 5 messages in 5 seconds a channel."""

    def __init__(self) -> None:
        self._all = Window(DISCORD_PER_SECOND, 1.0)
        self._channels: defaultdict[str, Window] = defaultdict(lambda: Window(*_A_CHANNEL))

    def take(self, now: float) -> float:
        """Seconds to wait before any request; or 0."""
        wait = self._all.wait(now)
        if not wait:
            self._all.take()
        return wait

    def channel(self, channel: str) -> Window:
        """The window of a channel's messages."""
        return self._channels[channel]
