import { SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import { quietLogger } from '../quiet-logger.ts';
import type { BotLogger } from '../services.ts';
import { SocketConnection } from './socket-connection.ts';

/** A socket that has not answered for this long counts as lost, and another is opened. */
const silenceMs = 1000;

/** Where Slack talks to this process over a socket that the bot opens: nothing need reach it from outside. */
export interface SocketEntrance {
  readonly receiver: SocketModeReceiver;
  readonly connection: SocketConnection;
}

export function socketEntrance(
  appToken: string,
  clientOptions: WebClientOptions,
  logger: BotLogger,
): SocketEntrance {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: quietLogger(logger),
    clientPingTimeout: silenceMs,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
    processEventErrorHandler: async ({ error }) => {
      logger.warn({ err: error }, 'a delivery from Slack was not taken');
      // Not acknowledged: Slack delivers an event again, to this process or another.
      return false;
    },
  });
  return { receiver, connection: new SocketConnection(receiver, logger) };
}
