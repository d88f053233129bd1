import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPReceiver } from '@slack/bolt';
import { quietLogger } from '../quiet-logger.ts';
import type { BotLogger } from '../services.ts';
import type { Signed } from './intake.ts';
import { NotTaken } from './not-taken.ts';

/** Slack's own deliveries stay far below this. */
const mostBodyBytes = 1024 * 1024;

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;

/** Where Slack calls this server. It does not listen: the server hands requests to `requestListener`. */
export interface HttpEntrance {
  readonly receiver: HTTPReceiver;
  readonly requestListener: RequestListener;
}

/** Checks signatures and sizes, and turns what goes wrong into an HTTP status. */
export function httpEntrance(signingSecret: string, logger: BotLogger): HttpEntrance {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: '/slack/events',
    bodyLimit: mostBodyBytes,
    logger: quietLogger(logger),
    // Called once the signature has been found right.
    customPropertiesExtractor: ({ headers }): Signed => ({
      signature: String(headers['x-slack-signature']),
      time: Number(headers['x-slack-request-timestamp']),
    }),
    processEventErrorHandler: async ({ error, response }) => {
      const status = error instanceof NotTaken ? error.status : 500;
      logger.warn({ err: error, status }, 'a delivery from Slack was not taken');
      if (!response.headersSent) response.writeHead(status).end();
      return true;
    },
  });
  return { receiver, requestListener: onlyPosts(receiver, logger) };
}

/** The receiver throws at every other method. */
function onlyPosts(receiver: HTTPReceiver, logger: BotLogger): RequestListener {
  return (request, response) => {
    if (request.method !== 'POST') {
      response.writeHead(405, { Allow: 'POST' }).end('Slack sends its messages here. There is no page.\n');
      return;
    }
    try {
      receiver.requestListener(request, response);
    } catch (error) {
      logger.warn({ err: error }, 'a request to the Slack address was not understood');
      response.writeHead(404).end();
    }
  };
}
