// Making elements and asking the server: text is only ever set as text, so nothing in it can become markup.

/** An element with properties (`data` for its dataset, `aria` and `role` for its attributes) and children. */
export function element(tag, { data = {}, aria = {}, ...properties } = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "role" || name === "list" || name === "for") made.setAttribute(name === "for" ? "for" : name, value);
    else made[name] = value;
  }
  Object.assign(made.dataset, data);
  for (const [name, value] of Object.entries(aria)) made.setAttribute(`aria-${name}`, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** The JSON that the server answers to a JSON body; else an Error with a sentence for the reader, and the answer. */
export async function ask(path, body) {
  const token = document.querySelector('meta[name="csrf-token"]').content;
  let response;
  try {
    response = await fetch(path, {
      method: body === undefined ? "GET" : "POST",
      headers: { "content-type": "application/json", "x-csrf-token": token },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Error("The bot cannot be reached: is it still running?");
  }
  if (response.ok) return response.json();
  const problem = response.headers.get("content-type")?.startsWith("application/json") ? await response.json() : {};
  if (response.status === 401) throw new Error("Your session has ended: load the page anew, and log in.");
  if (response.status === 403) throw new Error("This page is from before the bot was started again: load it anew.");
  throw Object.assign(new Error(problem.problem ?? `The bot did not answer (${response.status}).`), {
    answer: problem,
  });
}

let numbered = 0;

/** An id that no other element has. */
export function newId(prefix) {
  numbered += 1;
  return `${prefix}-${numbered}`;
}
