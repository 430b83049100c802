// A run as the server rehearsed it: which chats there are, what happens in each, and when.

/** One run; its moments are Dates. */
export class Run {
  constructor(data) {
    this.since = new Date(data.since);
    this.until = new Date(data.until);
    this.chats = data.chats;
    this.events = data.events;
    this.leftOff = data.left_off;
    this.happenings = data.happenings.map((each) => ({ ...each, at: new Date(each.at) }));
  }

  /** How many posts arrive, in the chat shown or in all. */
  get posts() {
    return this.happenings.filter(({ kind }) => kind === "post");
  }

  /** All rows of a calendar: posts, and those that are skipped or withdrawn, in the order of their chats' clocks. */
  rows(chat) {
    const rows = this.happenings
      .filter((each) => chat === null || each.chat === chat)
      .flatMap((each) =>
        each.kind === "change"
          ? each.withdrawn.map((row) => ({ ...row, chat: each.chat, state: "withdrawn" }))
          : [{ ...each, state: each.kind === "skipped" ? "skipped" : "post" }],
      );
    return rows.sort((one, other) => (one.local < other.local ? -1 : Number(one.local > other.local)));
  }

  /** Of chats that are nobody's own here: one of the pane's platform, else the first. */
  #standIn(pane) {
    const alike = this.chats.findIndex((each) => each.pane === null && each.platform === pane);
    return alike >= 0 ? alike : this.chats.findIndex((each) => each.pane === null);
  }

  /** The number of the chat whose posts a pane's chat shows: the visitor's own there, else the one that is chosen. */
  chatFor(pane, view, chosen) {
    const own = this.chats.findIndex((each) => each.pane === pane && each.view === view);
    if (own >= 0) return own;
    const shared = chosen ?? this.#standIn(pane);
    return this.chats[shared]?.pane === null && this.chats[shared].view === view ? shared : null;
  }
}

/** The words for one row's lead: `a week before` and the like. */
export function leadInWords(lead) {
  const days = /^P(\d+)D$/.exec(lead);
  if (days) return { 0: "that morning", 1: "the day before" }[days[1]] ?? `${days[1]} days before`;
  const time = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(lead);
  if (!time) return lead;
  return `${[time[1] && `${time[1]} h`, time[2] && `${time[2]} min`].filter(Boolean).join(" ")} before`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A row's due time on its chat's clock: `25 Sep 2022, 09:00 CEST`. */
export function localTime({ local, zone }) {
  const [year, month, day] = local.slice(0, 10).split("-").map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}, ${local.slice(11)} ${zone ?? ""}`.trim();
}
