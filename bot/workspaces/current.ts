import { AsyncLocalStorage } from 'node:async_hooks';
import { WebAPIPlatformError, WebClient, type WebClientOptions } from '@slack/web-api';
import type { BotMetrics, DeliveryOutcome } from '../metrics.ts';

/** The workspace that something is done for: how the bot speaks there. */
export interface Workspace {
  /** Slack's id of the workspace, or of the organisation where the app is installed in all of it. */
  readonly id: string;
  readonly client: WebClient;
  readonly token: string;
}

/** A delivery under way: what becomes known of it on the way. */
export interface UnderWay {
  workspace?: Workspace;
  /** What became of it, where that is not what becomes of most. */
  outcome?: DeliveryOutcome;
}

const current = new AsyncLocalStorage<UnderWay>();

/** Runs what one delivery of Slack leads to. The workspace is named once Slack's token for it is known. */
export function asOneDelivery<T>(work: (underWay: UnderWay) => Promise<T>): Promise<T> {
  const underWay: UnderWay = {};
  return current.run(underWay, () => work(underWay));
}

/** Notes what became of the delivery under way, if there is one. */
export function markDelivery(outcome: DeliveryOutcome): void {
  const delivery = current.getStore();
  if (delivery !== undefined) delivery.outcome = outcome;
}

/** Names the workspace that the delivery under way came from. */
export function nameWorkspace(workspace: Workspace): void {
  const delivery = current.getStore();
  if (delivery === undefined) throw new TypeError('nameWorkspace: no delivery is under way');
  delivery.workspace = workspace;
}

/** Does something for a workspace without a delivery from it, such as a note that is due. */
export function inWorkspace<T>(workspace: Workspace, work: () => Promise<T>): Promise<T> {
  return current.run({ workspace }, work);
}

/** The token of the workspace that the work under way is for. */
export function currentToken(): string {
  return currentWorkspace().token;
}

/** The workspace that the work under way is for, where it is known. */
export function currentWorkspaceId(): string | undefined {
  return current.getStore()?.workspace?.id;
}

function currentWorkspace(): Workspace {
  const workspace = current.getStore()?.workspace;
  if (workspace === undefined) throw new Error('no workspace of Slack is known for this');
  return workspace;
}

/**
 * Speaks in whichever workspace the work under way is for, through a client of that workspace's own: where
 * one is told to wait, the others do not. `only` is the client of the only workspace, where there is one.
 */
export class CurrentClient extends WebClient {
  readonly #only: WebClient | undefined;
  readonly #metrics: BotMetrics;

  constructor(options: WebClientOptions, metrics: BotMetrics, only?: WebClient) {
    super(undefined, options);
    this.#metrics = metrics;
    this.#only = only;
  }

  override async apiCall(...call: Parameters<WebClient['apiCall']>): ReturnType<WebClient['apiCall']> {
    const client = current.getStore()?.workspace?.client ?? this.#only ?? currentWorkspace().client;
    const [method] = call;
    try {
      const answer = await client.apiCall(...call);
      this.#metrics.called(method, 'ok');
      return answer;
    } catch (error) {
      this.#metrics.called(method, error instanceof WebAPIPlatformError ? error.data.error : 'failed');
      throw error;
    }
  }
}
