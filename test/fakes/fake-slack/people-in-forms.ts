import { refuseOptions, refuseView } from './check-blocks.ts';
import { type Json, listOf, objectOf, stringOf } from './json.ts';
import type { Acted, People, Who } from './people.ts';
import { emptyInputs, type FieldValues, fieldsOf, stateElement, stateOf } from './view-state.ts';
import { ids, type Workspace } from './workspace.ts';

/** How the submission of a form went. */
export interface Submitted extends Acted {
  /** What the app finds wrong, by `block_id`; empty where it took the form. */
  readonly errors: Readonly<Record<string, string>>;
}

export interface Submission extends Who {
  /** By `action_id`: text, the value of an option or an option itself, a list of them, a file. */
  readonly values?: FieldValues;
}

/** What a menu offers for some typed letters. */
export interface Suggested extends Acted {
  readonly options: readonly Json[];
}

/** What people do in modals and in the App Home. */
export class PeopleInForms {
  /** Options that menus have offered, by person: what is chosen is one of them. */
  private readonly offered = new Map<string, Map<string, Json>>();

  constructor(
    private readonly workspace: Workspace,
    private readonly people: People,
  ) {}

  /** A person sends the modal on top. Slack itself asks for inputs that are empty. */
  async submit({ values = {}, ...who }: Submission = {}): Promise<Submitted> {
    const user = who.user ?? 'U1';
    const view = this.open(user);
    const state = stateOf(view.blocks, values, this.optionsOf(user));
    const empty = emptyInputs(view.blocks, state);
    if (empty.length > 0)
      throw new TypeError(`submit: Slack wants these filled in first: ${empty.join(', ')}`);
    const unknown = Object.keys(values).filter(
      (name) => !fieldsOf(view.blocks).some(({ element }) => element.action_id === name),
    );
    if (unknown.length > 0) throw new TypeError(`submit: the form has no field ${unknown.join(', ')}`);
    const more = { type: 'view_submission', view: { ...view, state }, response_urls: [] };
    const acted = await this.people.interact(this.people.act(who), more, 'sent a form', titleOf(view));
    return { ...acted, errors: this.takeAnswer(user, view, acted) };
  }

  /** A person closes the modal on top, or all of them. The app hears of it where it asked to. */
  async close({ all = false, ...who }: Who & { all?: boolean } = {}): Promise<Acted | undefined> {
    const user = who.user ?? 'U1';
    const view = this.open(user);
    this.workspace.views.close(user, all);
    if (view.notify_on_close !== true) return undefined;
    const more = { type: 'view_closed', view, is_cleared: all };
    return await this.people.interact(this.people.act(who), more, 'closed a form', titleOf(view));
  }

  /** A person presses a button or chooses from a menu in the modal on top, or in the App Home. */
  async press({
    actionId,
    value,
    values = {},
    home = false,
    ...who
  }: Submission & { actionId: string; value?: unknown; home?: boolean }): Promise<Acted> {
    const user = who.user ?? 'U1';
    const view = home ? this.home(user) : this.open(user);
    const { element, blockId } = elementIn(view, actionId);
    const offered = this.optionsOf(user);
    const state = stateOf(
      view.blocks,
      value === undefined ? values : { ...values, [actionId]: value },
      offered,
    );
    const chosen = fieldsOf([{ type: 'actions', elements: [element] }]).length > 0;
    const action = {
      ...element,
      ...(chosen ? stateElement(element, value, offered) : value === undefined ? {} : { value }),
      block_id: blockId,
      action_ts: this.workspace.counters.ts(),
    };
    const container = { type: 'view', view_id: view.id };
    const more = { type: 'block_actions', container, view: { ...view, state }, actions: [action] };
    return await this.people.interact(this.people.act(who), more, 'pressed', actionId);
  }

  /** A person types into a menu that asks the app for its options, in a form or under a message. */
  async suggest({ actionId, text, ...who }: Who & { actionId: string; text: string }): Promise<Suggested> {
    const user = who.user ?? 'U1';
    const views = [this.workspace.views.top(user), this.workspace.views.home(user)];
    const view = views.find((one) => one !== undefined && findElement(one, actionId) !== undefined);
    const found = view && findElement(view, actionId);
    const place = view
      ? { container: { type: 'view', view_id: view.id }, view }
      : { container: { type: 'message', channel_id: who.channel ?? ids.channel } };
    const more = {
      type: 'block_suggestion',
      action_id: actionId,
      block_id: found?.blockId ?? 'b0',
      value: text,
      ...place,
    };
    const acted = await this.people.interact(this.people.act(who), more, 'typed into a menu', text);
    const answer = acted.text === '' ? {} : objectOf(JSON.parse(acted.text));
    const options = [
      ...listOf(answer.options),
      ...listOf(answer.option_groups).flatMap((group) => listOf(group.options)),
    ];
    const faults = refuseOptions(answer);
    if (faults.length > 0) throw new TypeError(`suggest: Slack refuses these options: ${faults.join('; ')}`);
    const offered = this.optionsOf(user);
    for (const option of options) offered.set(String(option.value), option);
    return { ...acted, options };
  }

  /** The modal that a person looks at. */
  open(user: string): Json {
    const view = this.workspace.views.top(user);
    if (!view) throw new TypeError(`${user} has no form open`);
    return view;
  }

  /** What the App Home shows a person. */
  home(user: string): Json {
    const view = this.workspace.views.home(user);
    if (!view) throw new TypeError(`the App Home shows ${user} nothing yet`);
    return view;
  }

  /** The options that menus have offered a person, by value. */
  offeredTo(user: string): ReadonlyMap<string, Json> {
    return this.optionsOf(user);
  }

  private optionsOf(user: string): Map<string, Json> {
    const offered = this.offered.get(user) ?? new Map<string, Json>();
    this.offered.set(user, offered);
    return offered;
  }

  /** Does what the app answered to a submission: show errors, change, add or close forms. */
  private takeAnswer(user: string, view: Json, { acked, text }: Acted): Record<string, string> {
    const { views } = this.workspace;
    const trouble = (why: string): void =>
      this.workspace.slackSaid(ids.channel, user, `We had some trouble connecting. Try again? (${why})`);
    if (!acked) {
      trouble('the app did not answer');
      return {};
    }
    const answer = text === '' ? {} : objectOf(JSON.parse(text));
    const action = stringOf(answer.response_action);
    if (action === 'errors') {
      const errors = objectOf(answer.errors) as Record<string, string>;
      const blocks = new Set(listOf(view.blocks).map(({ block_id }) => block_id));
      if (Object.keys(errors).some((block) => !blocks.has(block)))
        trouble('errors for a block that is not there');
      return errors;
    }
    if (action === 'update' || action === 'push') {
      const refusal = refuseView(answer.view);
      if (refusal) trouble(refusal.messages.join('; '));
      else if (action === 'update') views.update(view, answer.view);
      else if (!views.push(user, answer.view)) trouble('three forms are open already');
      if (!refusal) this.say(answer.view);
      return {};
    }
    views.close(user, action === 'clear');
    return {};
  }

  private say(view: unknown): void {
    const { title, blocks } = objectOf(view);
    this.workspace.appSaid({
      method: 'response_action',
      how: 'showed the next form',
      channel: ids.channel,
      text: stringOf(objectOf(title).text) ?? '',
      blocks: listOf(blocks),
      payload: objectOf(view),
    });
  }
}

const titleOf = (view: Json): string => stringOf(objectOf(view.title).text) ?? '';

function findElement(view: Json, actionId: string): { element: Json; blockId: string } | undefined {
  for (const [index, block] of listOf(view.blocks).entries()) {
    const elements = [objectOf(block.element), ...listOf(block.elements), objectOf(block.accessory)];
    const element = elements.find(({ action_id }) => action_id === actionId);
    if (element) return { element, blockId: stringOf(block.block_id) ?? `b${index}` };
  }
  return undefined;
}

function elementIn(view: Json, actionId: string): { element: Json; blockId: string } {
  const found = findElement(view, actionId);
  if (!found) throw new TypeError(`press: the form has no ${actionId}`);
  return found;
}
