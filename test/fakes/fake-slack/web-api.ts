import type { IncomingMessage, ServerResponse } from 'node:http';
import { chatMethods } from './chat-methods.ts';
import { fileMethods } from './file-methods.ts';
import type { Place } from './installs.ts';
import { type Json, stringOf } from './json.ts';
import { oauthMethods } from './oauth-methods.ts';
import { otherMethods } from './other-methods.ts';
import { readArguments } from './request-body.ts';
import { viewMethods } from './view-methods.ts';
import { type Method, SlackError } from './web-api-method.ts';
import type { Failure, Workspace } from './workspace.ts';

const methods: Readonly<Record<string, Method>> = {
  ...chatMethods,
  ...fileMethods,
  ...viewMethods,
  ...oauthMethods,
  ...otherMethods,
};

/** Answers one call of the Web API. */
export async function answerWebApi(
  workspace: Workspace,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readArguments(request);
  const failure = workspace.failures.get(name)?.shift();
  if (failure && !('error' in failure)) {
    const error = 'hangUp' in failure ? 'connection broken' : String(failure.status);
    workspace.calls.push({ method: name, body, ok: false, error });
    answerFailure(failure, response);
    return;
  }
  const answer = failure
    ? refusal(failure.error, failure.messages)
    : answered(workspace, name, request, body);
  workspace.calls.push({
    method: name,
    body,
    token: stringOf(tokenOf(request, body)),
    ok: answer.ok === true,
    error: answer.error as string | undefined,
  });
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'x-oauth-scopes': [...workspace.scopes].join(','),
    ...(methods[name]?.scope === undefined ? {} : { 'x-accepted-oauth-scopes': methods[name].scope }),
  });
  response.end(JSON.stringify(answer));
}

function answered(workspace: Workspace, name: string, request: IncomingMessage, body: Json): Json {
  try {
    const method = methods[name];
    if (!method) throw new SlackError('unknown_method', { req_method: name });
    const place = admit(workspace, method, tokenOf(request, body));
    const missing = (method.required ?? []).filter(
      (field) => body[field] === undefined || body[field] === '',
    );
    if (missing.length > 0) {
      throw new SlackError('invalid_arguments', {
        response_metadata: { messages: missing.map((field) => `[ERROR] missing required field: ${field}`) },
      });
    }
    return { ok: true, ...method.answer(workspace, body, place) };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { ok: false, error: error.message, ...error.more };
  }
}

function tokenOf(request: IncomingMessage, body: Json): unknown {
  return request.headers.authorization?.replace(/^Bearer /, '') ?? body.token;
}

/** Which workspace the token speaks for. */
function admit(workspace: Workspace, { scope, token: kind = 'bot' }: Method, token: unknown): Place {
  if (kind === 'none') return workspace.place;
  if (token === undefined || token === '') throw new SlackError('not_authed');
  const ofApp = token === workspace.appToken;
  const place = ofApp ? workspace.place : workspace.installs.placeOf(String(token));
  if (typeof place === 'string') throw new SlackError(place);
  if (ofApp !== (kind === 'app')) throw new SlackError('not_allowed_token_type');
  const provided = kind === 'bot' ? workspace.scopes : workspace.appScopes;
  if (scope !== undefined && !provided.has(scope))
    throw new SlackError('missing_scope', { needed: scope, provided: [...provided].join(',') });
  return place;
}

function refusal(error: string, messages: readonly string[] | undefined): Json {
  if (!messages) return { ok: false, error };
  return {
    ok: false,
    error,
    errors: messages,
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  };
}

function answerFailure(failure: Exclude<Failure, { error: string }>, response: ServerResponse): void {
  if ('hangUp' in failure) {
    response.destroy();
  } else if (failure.status === 429) {
    response.writeHead(429, {
      'content-type': 'application/json',
      'retry-after': String(failure.retryAfter),
    });
    response.end(JSON.stringify({ ok: false, error: 'ratelimited' }));
  } else {
    response.writeHead(failure.status, { 'content-type': 'text/plain' }).end('upstream failed');
  }
}
