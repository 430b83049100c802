// One stream of events at a time. The browser takes up one that was cut by itself; one that was refused is tried again.

const AGAIN_MS = 5000;
const AWAY = "The bot cannot be reached: is it still running? This page goes on as soon as it can be.";
const LOGGED_OUT = "Your session has ended: load the page anew, and log in.";

/** Follows the stream that `open` names: each of its events goes to the handler of that name, a fault to `trouble`. */
export function follow({ trouble, ...handlers }) {
  let source = null;
  let again;

  function close() {
    clearTimeout(again);
    source?.close();
    source = null;
  }

  function open(path) {
    close();
    source = new EventSource(path);
    for (const [name, handle] of Object.entries(handlers)) {
      source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
    }
    source.addEventListener("error", ({ target }) => {
      trouble(AWAY);
      if (target.readyState === EventSource.CLOSED) reopen(path, target);
    });
  }

  /** Try again later, unless that is of no use: why it was refused is told to others than event streams only. */
  async function reopen(path, refused) {
    again = setTimeout(open, AGAIN_MS, path);
    const status = await statusOf(path);
    if (source !== refused || status !== 401) return;
    close();
    trouble(LOGGED_OUT);
  }

  return { open, close };
}

async function statusOf(path) {
  try {
    const { status, body } = await fetch(path);
    body?.cancel();
    return status;
  } catch {
    return 0;
  }
}
