// One stream of events at a time. The browser takes up one that was cut by itself; one that was refused is tried again.

const AGAIN_MS = 5000;

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
    source.addEventListener("error", (event) => {
      trouble("The bot cannot be reached: is it still running? This page goes on as soon as it can be.");
      if (event.target.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN_MS, path);
    });
  }

  return { open, close };
}
