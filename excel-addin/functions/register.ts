import '../without-eval.ts';
import { FunctionProblem } from './problem.ts';

/** Loads the code of a function when it is first called: the pane opens without it. */
type Loader = () => Promise<(...given: never[]) => unknown>;

/** How many arguments each function takes, and where it is. */
const functions: Readonly<Record<string, { readonly arguments: number; readonly load: Loader }>> = {
  MULTIPLIER: { arguments: 7, load: async () => (await import('./money.ts')).multiplier },
  ROUNDS: { arguments: 7, load: async () => (await import('./money.ts')).rounds },
  POUNDVALUE: { arguments: 5, load: async () => (await import('./money.ts')).poundValue },
  ISLOCAL: { arguments: 4, load: async () => (await import('./places.ts')).isLocal },
  DISTRICT: { arguments: 2, load: async () => (await import('./places.ts')).district },
  ENABLED: { arguments: 2, load: async () => (await import('./tenants.ts')).enabled },
  INDICATORS: { arguments: 3, load: async () => (await import('./indicators.ts')).indicators },
  THRESHOLD: { arguments: 4, load: async () => (await import('./thresholds.ts')).threshold },
};

/** The ids of the functions with the number of arguments that each takes. */
export const registeredFunctions = (): Record<string, number> =>
  Object.fromEntries(Object.entries(functions).map(([id, { arguments: count }]) => [id, count]));

/** What of Excel's runtime for custom functions is used here. */
export interface FunctionRuntime {
  associate(id: string, call: (...given: unknown[]) => Promise<unknown>): void;
  /** There once the runtime has started, which is before it calls anything. */
  readonly Error: new (
    code: never,
    message?: string,
  ) => Error;
  readonly ErrorCode: Readonly<Record<'invalidValue' | 'notAvailable', unknown>>;
}

/** Tells Excel the functions of functions.json. Called as soon as the page is there: Excel may be waiting. */
export function registerFunctions(runtime: FunctionRuntime): void {
  for (const [id, { arguments: count, load }] of Object.entries(functions)) {
    runtime.associate(id, async (...given) => {
      // The runtime puts a word of its own about the call behind the arguments, however many there are.
      const own = given.slice(0, Math.min(count, given.length - 1)).map((value) => value ?? undefined);
      try {
        const call = await load().catch(() => {
          throw new FunctionProblem('notAvailable', notLoaded);
        });
        return finite(await call(...(own as never[])));
      } catch (error) {
        throw asExcelError(runtime, error);
      }
    });
  }
}

const notLoaded =
  'The part of Local Pound that computes could not be loaded. Check the connection to its server, then press Ctrl+Alt+F9.';

/** Excel shows 0 for what is not there, and an error without a word for what is no number. */
function finite(answer: unknown): unknown {
  if (typeof answer === 'number' && !Number.isFinite(answer)) {
    throw new FunctionProblem('invalidValue', 'The answer is no finite number.');
  }
  return answer;
}

/** Excel shows the message of its own kind of error only, and of two codes only. */
function asExcelError({ Error: ExcelError, ErrorCode }: FunctionRuntime, error: unknown): Error {
  const { code, message } =
    error instanceof FunctionProblem
      ? error
      : { code: 'invalidValue' as const, message: `Local Pound itself failed: ${String(error)}` };
  return new ExcelError(ErrorCode[code] as never, short(message));
}

/** The card that Excel shows beside a cell has room for a few lines. */
const longestMessage = 400;
const short = (message: string): string =>
  message.length > longestMessage ? `${message.slice(0, longestMessage - 3).trimEnd()}...` : message;
