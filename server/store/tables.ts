/** The tables as the queries see them; `migrations/` creates them. */
export interface Tables {
  seen_events: SeenEventsTable;
}

export interface SeenEventsTable {
  event_id: string;
  /** Milliseconds since 1970 in UTC: the one form of time that both engines sort alike. */
  seen_at: number;
}
