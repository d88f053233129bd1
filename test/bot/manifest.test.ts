import { describe, expect, it } from 'vitest';
import { suggestedPrompts } from '../../bot/blocks/prompts.ts';
import { commands } from '../../bot/listeners/commands/commands.ts';
import { lm3FromFile } from '../../bot/listeners/shortcuts/lm3-from-file.ts';
import { routeAdviser } from '../../bot/listeners/shortcuts/route-adviser.ts';
import manifest from '../../bot/manifest.json' with { type: 'json' };
import { manifestFaults } from './manifest-schema.ts';

/** The schema takes any name for a scope, so here is what each is for. */
const scopes: Readonly<Record<string, string>> = {
  'app_mentions:read': 'the event app_mention',
  'assistant:write': 'the agent view',
  'chat:write': 'chat.postMessage and chat.postEphemeral',
  commands: 'the commands and the shortcuts',
  'files:read': 'files.info and fetching a workbook',
  'files:write': 'the workbook of a plan and the evidence pack',
  'im:history': 'the event message.im',
};

type Manifest = typeof manifest;
describe('the manifest that installs the bot', () => {
  it('is one that Slack’s schema takes', () => {
    expect(manifestFaults(manifest)).toEqual([]);
  });

  it('asks for the scopes that something uses and for no others, and for none of a person', () => {
    expect(Object.keys(manifest.oauth_config.scopes)).toEqual(['bot']);
    expect(manifest.oauth_config.scopes.bot).toEqual(Object.keys(scopes));
  });

  it('hears of mentions, direct messages, its own place being opened and its removal, and of nothing else', () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual([
      'app_home_opened',
      'app_mention',
      'app_uninstalled',
      'message.im',
      'tokens_revoked',
    ]);
  });

  it('names the commands and the shortcuts that the bot answers', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(Object.keys(commands));
    expect(manifest.features.shortcuts.map(({ callback_id: id }) => id)).toEqual([lm3FromFile, routeAdviser]);
  });

  it('suggests at first what the bot suggests later', () => {
    expect(manifest.features.agent_view.suggested_prompts).toEqual(suggestedPrompts);
  });

  it('has one address for everything, on a host that nobody owns', () => {
    const { settings, features } = manifest;
    const addresses = [
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
      ...features.slash_commands.map(({ url }) => url),
    ];
    expect(new Set(addresses)).toEqual(new Set(['https://your-server.example/slack/events']));
  });
});

describe('the check against Slack’s schema', () => {
  it.each<[string, (copy: Manifest) => object, RegExp]>([
    [
      'a name that is too long',
      ({ display_information: shown }) => Object.assign(shown, { name: 'x'.repeat(36) }),
      /display_information\/name is longer than 35/,
    ],
    [
      'a shortcut whose name is too long',
      ({ features }) => Object.assign(features.shortcuts[0] ?? {}, { name: 'Compute LM3 from this file' }),
      /shortcuts\/0\/name is longer than 24/,
    ],
    [
      'a command without a slash',
      ({ features }) => Object.assign(features.slash_commands[0] ?? {}, { command: 'lm3' }),
      /command must match/,
    ],
    [
      'a field that Slack does not know',
      ({ settings }) => Object.assign(settings, { colour: 1 }),
      /must not have colour/,
    ],
    [
      'an event named twice',
      ({ settings }) => Object.assign(settings.event_subscriptions, { bot_events: ['a', 'a'] }),
      /repeats an item/,
    ],
    [
      'a field of the wrong type',
      ({ settings }) => Object.assign(settings, { socket_mode_enabled: 'no' }),
      /socket_mode_enabled must be boolean/,
    ],
  ])('finds %s', (_, change, expected) => {
    const copy = structuredClone(manifest);
    change(copy);
    expect(manifestFaults(copy).join()).toMatch(expected);
  });
});
