/** What Excel would answer instead of a result. `code` is one of Excel's own, or NotImplemented for what the fake lacks. */
export class HostError extends Error {
  override readonly name = 'HostError';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const invalidArgument = (what: string): HostError =>
  new HostError('InvalidArgument', `The argument is invalid or missing or has an incorrect format. ${what}`);

export const itemNotFound = (what: string): HostError =>
  new HostError('ItemNotFound', `The requested resource doesn't exist. ${what}`);

/** The fake says what it cannot do, so that no test passes by it. */
export const notImplemented = (what: string): HostError =>
  new HostError('NotImplemented', `The fake of Excel has no ${what}.`);
