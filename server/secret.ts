import { inspect } from 'node:util';

/**
 * A value that must not reach a log, a page or an error message. However it is printed, it reads
 * `[secret]`; the one way to the value itself is {@link Secret.reveal}.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value, for handing to the service it belongs to. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}
