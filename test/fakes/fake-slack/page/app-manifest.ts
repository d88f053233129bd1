import * as z from 'zod';

const shortcut = z.object({ name: z.string(), type: z.enum(['message', 'global']), callback_id: z.string() });

const schema = z.object({
  display_information: z.object({ name: z.string() }),
  features: z.object({
    slash_commands: z.array(z.object({ command: z.string() })).default([]),
    shortcuts: z.array(shortcut).default([]),
    agent_view: z.object({ suggested_prompts: z.array(z.unknown()).default([]) }).optional(),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }),
  }),
});

/** What of an app's manifest the page shows and keeps to. */
export interface AppManifest {
  readonly name: string;
  readonly commands: readonly string[];
  readonly messageShortcuts: readonly { readonly id: string; readonly name: string }[];
  readonly globalShortcuts: readonly { readonly id: string; readonly name: string }[];
  readonly prompts: readonly unknown[];
  readonly scopes: readonly string[];
  /** The events that Slack sends the app: no others. */
  readonly events: ReadonlySet<string>;
}

/** @throws z.ZodError where it is no manifest */
export function readAppManifest(value: unknown): AppManifest {
  const { display_information, features, oauth_config, settings } = schema.parse(value);
  const of = (type: 'message' | 'global') =>
    features.shortcuts
      .filter((one) => one.type === type)
      .map(({ callback_id, name }) => ({ id: callback_id, name }));
  return {
    name: display_information.name,
    commands: features.slash_commands.map(({ command }) => command),
    messageShortcuts: of('message'),
    globalShortcuts: of('global'),
    prompts: features.agent_view?.suggested_prompts ?? [],
    scopes: oauth_config.scopes.bot,
    events: new Set(settings.event_subscriptions.bot_events),
  };
}
