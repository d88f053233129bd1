import type { Counters } from './counters.ts';
import { type Json, objectOf, stringOf } from './json.ts';
import { ids } from './workspace.ts';

/** Slack shows three modals on top of each other and no more. */
const mostStacked = 3;

/** The modals that people have open, and what their App Home shows. */
export class ViewStore {
  /** By person; the last is on top. */
  private readonly stacks = new Map<string, Json[]>();
  private readonly homes = new Map<string, Json>();

  constructor(private readonly counters: Counters) {}

  /** The modal that a person looks at. */
  top(user: string): Json | undefined {
    return this.stacks.get(user)?.at(-1);
  }

  home(user: string): Json | undefined {
    return this.homes.get(user);
  }

  /** Opens a modal in place of whatever was open. */
  open(user: string, content: unknown): Json {
    const id = this.counters.id('V');
    const view = this.made(content, { id, root_view_id: id, previous_view_id: null });
    this.stacks.set(user, [view]);
    return view;
  }

  /** Puts a modal on top of what is open; `undefined` where nothing is open or three are. */
  push(user: string, content: unknown): Json | undefined {
    const stack = this.stacks.get(user) ?? [];
    const top = stack.at(-1);
    if (!top || stack.length >= mostStacked) return undefined;
    const id = this.counters.id('V');
    const view = this.made(content, { id, root_view_id: top.root_view_id, previous_view_id: top.id });
    stack.push(view);
    return view;
  }

  /** Changes a modal or a home; `undefined` where there is no such view. */
  update(old: Json, content: unknown): Json | undefined {
    const { id, root_view_id, previous_view_id } = old;
    const view = this.made(content, { id, root_view_id, previous_view_id });
    for (const stack of this.stacks.values()) {
      const place = stack.findIndex((one) => one.id === id);
      if (place >= 0) {
        stack[place] = view;
        return view;
      }
    }
    for (const [user, home] of this.homes) {
      if (home.id === id) {
        this.homes.set(user, view);
        return view;
      }
    }
    return undefined;
  }

  publish(user: string, content: unknown): Json {
    const id = stringOf(this.homes.get(user)?.id) ?? this.counters.id('V');
    const view = this.made(content, { id, root_view_id: id, previous_view_id: null });
    this.homes.set(user, view);
    return view;
  }

  /** Closes the modal on top, or all of them. */
  close(user: string, all: boolean): void {
    if (all) this.stacks.delete(user);
    else this.stacks.get(user)?.pop();
  }

  find(name: 'id' | 'external_id', value: unknown): Json | undefined {
    if (value === undefined) return undefined;
    return [...[...this.stacks.values()].flat(), ...this.homes.values()].find((view) => view[name] === value);
  }

  private made(content: unknown, given: Json): Json {
    return {
      ...blank,
      ...objectOf(content),
      ...given,
      hash: this.counters.id('hash'),
      team_id: ids.team,
      app_id: ids.app,
      app_installed_team_id: ids.team,
      bot_id: ids.bot,
    };
  }
}

/** What a view has where the app leaves it out. */
const blank: Json = {
  blocks: [],
  private_metadata: '',
  callback_id: '',
  external_id: '',
  submit: null,
  close: null,
  clear_on_close: false,
  notify_on_close: false,
  state: { values: {} },
};
