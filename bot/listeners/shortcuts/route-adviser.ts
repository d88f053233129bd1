import type { App } from '@slack/bolt';
import { openAdviser } from '../../route/adviser.ts';

export const routeAdviser = 'open_route_adviser';

/** The global shortcut "Procurement routes": the adviser, from anywhere in Slack. */
export function registerRouteAdviser(app: App): void {
  app.shortcut({ callback_id: routeAdviser, type: 'shortcut' }, async ({ ack, shortcut, client }) => {
    await ack();
    await openAdviser(client, shortcut.trigger_id);
  });
}
