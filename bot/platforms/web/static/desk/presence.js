// Says every few seconds that this page is open; hears who else is here, and that the file is another one by now.

const EVERY_MS = 4000;

/** `show(others)` gets names; `meanwhile()` is called where the file is another one than the page shows. */
export function beHere(desk, { show, meanwhile }) {
  const page = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
  const look = async () => {
    if (document.hidden) return;
    await desk.idle;
    const { digest } = desk.view;
    try {
      const found = await desk.ask("here", { page, digest });
      show(found.others);
      if (found.digest !== digest && desk.view.digest === digest) meanwhile();
    } catch {
      // whoever changes something is told
    }
  };
  setInterval(look, EVERY_MS);
  document.addEventListener("visibilitychange", look);
  look();
}
