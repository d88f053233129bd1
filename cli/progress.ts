/** Work shorter than this says nothing of itself. */
const patience = 1000;
const between = 250;

/**
 * Tells on standard error how far a long piece of work is, on one line that is wiped at the end.
 * Nothing when standard error is no terminal, and nothing in the first second.
 */
export class Progress {
  readonly #started = Date.now();
  #told = 0;

  constructor(private readonly what: string) {}

  at(done: number, of: number, detail = ''): void {
    const now = Date.now();
    if (!process.stderr.isTTY || now - this.#started < patience || now - this.#told < between) return;
    this.#told = now;
    const percent = of > 0 ? `${Math.min(100, Math.round((100 * done) / of))}%` : '';
    process.stderr.write(`\r\x1b[K${this.what} ${percent} ${detail}`);
  }

  end(): void {
    if (this.#told > 0) process.stderr.write('\r\x1b[K');
  }
}
