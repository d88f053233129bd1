import { createServer, type Server } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { BotMetrics } from '../bot/metrics.ts';
import { version } from './version.ts';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];

/** Error codes that Slack documents are words like these; anything else is counted as one. */
const errorCode = /^[a-z_]{2,40}$/;

/** What this process counts, for Prometheus. */
export interface Metrics {
  readonly bot: BotMetrics;
  /** A page was asked for and answered. */
  answered(status: number): void;
  /** All counts in Prometheus' text form. */
  text(): Promise<string>;
  readonly contentType: string;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({ name: 'localpound_info', help: 'Version', labelNames: ['version'], registers }).set(
    { version },
    1,
  );
  const pages = new Counter({
    name: 'localpound_http_requests_total',
    help: 'Pages asked for, by class of status',
    labelNames: ['status'],
    registers,
  });
  const acks = new Histogram({
    name: 'localpound_slack_ack_seconds',
    help: 'From a delivery of Slack to its acknowledgement',
    labelNames: ['kind'],
    buckets: seconds,
    registers,
  });
  const done = new Histogram({
    name: 'localpound_slack_delivery_seconds',
    help: 'From a delivery of Slack to the end of all that it led to, by what became of it',
    labelNames: ['kind', 'outcome'],
    buckets: seconds,
    registers,
  });
  const calls = new Counter({
    name: 'localpound_slack_calls_total',
    help: 'Calls of the Web API of Slack, by method and result',
    labelNames: ['method', 'result'],
    registers,
  });
  return {
    bot: {
      acknowledged: (kind, taken) => acks.observe({ kind }, taken),
      done: (kind, outcome, taken) => done.observe({ kind, outcome }, taken),
      called: (method, result) => calls.inc({ method, result: errorCode.test(result) ? result : 'other' }),
    },
    answered: (status) => pages.inc({ status: `${Math.floor(status / 100)}xx` }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/**
 * The page that Prometheus reads, on an address of its own: it cannot be reached through whatever leads
 * to the pages for people.
 */
export function metricsServer(metrics: Metrics): Server {
  return createServer(async (request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404).end();
      return;
    }
    const text = await metrics.text().catch(() => undefined);
    if (text === undefined) response.writeHead(500).end();
    else response.writeHead(200, { 'Content-Type': metrics.contentType }).end(text);
  });
}
