import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../bot/manifest.json' with { type: 'json' };
import { projectRoot } from '../cli/localpound.ts';

const listeners = readdirSync(join(projectRoot, 'bot/listeners'))
  .map((file) => readFileSync(join(projectRoot, 'bot/listeners', file), 'utf8'))
  .join('\n');

/** Scopes that a bot of this kind may ask for; each one more is one more question from a council's IT. */
const allowedScopes = [
  'app_mentions:read',
  'assistant:write',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'im:history',
];

describe('the Slack manifest', () => {
  it('asks for no more than the bot needs', () => {
    expect(manifest.oauth_config.scopes.bot.filter((scope) => !allowedScopes.includes(scope))).toEqual([]);
    expect(Object.keys(manifest.oauth_config.scopes)).toEqual(['bot']);
  });

  it('names the command, the shortcut and the events that have a listener', () => {
    for (const { command } of manifest.features.slash_commands) expect(listeners).toContain(`'${command}'`);
    for (const { callback_id } of manifest.features.shortcuts)
      expect(listeners).toContain(`'${callback_id}'`);
    expect(manifest.settings.event_subscriptions.bot_events).toEqual(['app_mention', 'message.im']);
    expect(listeners).toContain("'app_mention'");
    expect(listeners).toContain("channel_type !== 'im'");
  });

  it('keeps to the lengths that Slack allows', () => {
    const { name, description } = manifest.display_information;
    expect(name.length).toBeLessThanOrEqual(35);
    expect(description.length).toBeLessThanOrEqual(140);
  });
});
