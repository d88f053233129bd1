import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { signed } from '../../fakes/fake-slack/signing.ts';

/** Sends signed slash commands at an even pace, from people of many workspaces. */
export class PacedClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 });
  #sent = 0;

  constructor(
    private readonly url: string,
    private readonly secret: string,
  ) {}

  /** Milliseconds from each request to the end of its answer. Rejects unless every answer is 200. */
  async send(perSecond: number, during: number | Promise<unknown>): Promise<number[]> {
    const began = performance.now();
    let ended = false;
    if (typeof during !== 'number') void during.finally(() => (ended = true));
    const until = typeof during === 'number' ? began + during * 1000 : Number.POSITIVE_INFINITY;
    const answers: Promise<number>[] = [];
    for (let count = 0; !ended && performance.now() < until; count += 1) {
      const due = began + (count * 1000) / perSecond;
      const ahead = due - performance.now();
      if (ahead > 1) await wait(ahead);
      answers.push(this.#command());
      // Times are kept, not promises, however long it goes on.
      if (answers.length % 5000 === 0) await Promise.all(answers);
    }
    return await Promise.all(answers);
  }

  /** As many as fast as they are answered, a few at a time. */
  async burst(count: number): Promise<void> {
    const one = async (): Promise<void> => {
      for (let sent = 0; sent < count / 8; sent += 1) await this.#command();
    };
    await Promise.all(Array.from({ length: 8 }, one));
  }

  close(): void {
    this.#agent.destroy();
  }

  #command(): Promise<number> {
    const number = this.#sent++;
    const body = new URLSearchParams({
      command: '/lm3',
      text: 'help',
      team_id: `T${number % 100}`,
      user_id: `U${number % 5000}`,
      channel_id: 'C1',
      // Two of the same within a second would be a replay.
      trigger_id: `1.${number}`,
      response_url: 'http://127.0.0.1:9/never',
    }).toString();
    const headers = { ...signed(this.secret, body), 'content-type': 'application/x-www-form-urlencoded' };
    const started = performance.now();
    return new Promise((resolve, reject) => {
      const sending = request(this.url, { method: 'POST', agent: this.#agent, headers }, (response) => {
        response.resume();
        response.on('end', () => {
          if (response.statusCode === 200) resolve(performance.now() - started);
          else reject(new Error(`a command was answered with ${response.statusCode}`));
        });
      });
      sending.on('error', reject);
      sending.end(body);
    });
  }
}
