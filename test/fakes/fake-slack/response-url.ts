import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkedMessage } from './chat-methods.ts';
import { stringOf } from './json.ts';
import { readArguments } from './request-body.ts';
import { SlackError } from './web-api-method.ts';
import type { Workspace } from './workspace.ts';

/** Takes what an app posts to a response URL. */
export async function answerAtResponseUrl(
  workspace: Workspace,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const payload = await readArguments(request);
  const refuse = (status: number, error: string) => {
    workspace.calls.push({ method: 'response_url', body: payload, ok: false, error });
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ok: false, error }));
  };
  const failure = workspace.failures.get('response_url')?.shift();
  if (failure !== undefined && 'error' in failure) return refuse(400, failure.error);
  const place = workspace.responses.use(path);
  if (typeof place === 'string') return refuse(404, place);
  try {
    const forAll = payload.response_type === 'in_channel';
    workspace.appSaid({
      method: 'response_url',
      how: forAll ? 'message' : 'to that person only',
      channel: place.channel,
      thread: stringOf(payload.thread_ts),
      ...(forAll ? { ts: workspace.counters.ts() } : { user: place.user }),
      ...(payload.replace_original === true || payload.delete_original === true
        ? { replaces: place.on }
        : {}),
      ...(payload.delete_original === true ? { text: '[deleted its message]' } : checkedMessage(payload)),
      payload,
    });
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return refuse(400, error.message);
  }
  workspace.calls.push({ method: 'response_url', body: payload, ok: true });
  response.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
}
