import type { Context } from 'hono';
import type { DeskOptions } from './desk/options.ts';
import { rateLimit } from './rate-limit.ts';
import { told } from './respond.ts';
import type { SurveyStore } from './store.ts';
import { isFormKey } from './tokens.ts';
import { type Visit, visitBy } from './visit.ts';
import { english as words } from './words/english.ts';

/** What the survey's pages need from outside; the owner's side says off what is left out. */
export interface SurveyAppOptions
  extends Partial<Pick<DeskOptions, 'mail' | 'publicUrl' | 'onMailError' | 'version'>> {
  readonly store: SurveyStore;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Who sends a request, for the rate limits: an address, or anything else that tells senders apart. */
  readonly senderOf: (context: Context) => string;
  /** Hears of what went wrong behind a page: the store, mostly. */
  readonly onFailure?: (error: Error, context: Context) => void;
}

type Answered = Response | Promise<Response>;
type Handler = (context: Context) => Promise<Response>;
type VisitHandler = (context: Context, visit: Visit) => Answered;

/** Who gets through to the pages. */
export interface Gate {
  readonly store: SurveyStore;
  readonly now: () => number;
  readonly senderOf: SurveyAppOptions['senderOf'];
  /** Lets suppliers through who come by a link that works. */
  byLink(handle: VisitHandler): Handler;
  /** The same for a form: only from our own page, and not too many of them. */
  byForm(handle: (context: Context, visit: Visit, form: URLSearchParams) => Answered): Handler;
  /** While answers are taken; a notice after that. */
  whileOpen(handle: VisitHandler): VisitHandler;
  /** Writes down what a supplier did. */
  note(visit: Visit, what: string): Promise<void>;
}

/** In a minute, for each sender: forms, and links that lead nowhere. */
const limits = { forms: 120, wrongLinks: 30 } as const;

export function createGate({ store, now = Date.now, senderOf }: SurveyAppOptions): Gate {
  const forms = rateLimit(limits.forms);
  const wrongLinks = rateLimit(limits.wrongLinks);
  const byLink: Gate['byLink'] = (handle) => async (context) => {
    const visit = await visitBy(store, context, now());
    if (visit !== undefined) return await handle(context, visit);
    const patient = wrongLinks.allow(senderOf(context), now());
    return patient ? await told(context, 404, words.gone) : await told(context, 429, words.tooMany);
  };
  return {
    store,
    now,
    senderOf,
    byLink,
    byForm: (handle) =>
      byLink(async (context, visit) => {
        if (!forms.allow(senderOf(context), now())) return await told(context, 429, words.tooMany);
        const form = await formOf(context);
        const ours =
          form !== undefined &&
          context.req.header('Sec-Fetch-Site') !== 'cross-site' &&
          isFormKey(form.get('key') ?? '', visit.token);
        return ours ? await handle(context, visit, form) : await told(context, 403, words.refused, visit);
      }),
    whileOpen: (handle) => (context, visit) =>
      visit.open ? handle(context, visit) : told(context, 200, words.closed, visit),
    async note({ survey, supplier }, what) {
      const entry = { at: now(), who: 'supplier', what, detail: supplier.supplierId };
      await store.addAudit(survey.projectId, entry);
    },
  };
}

async function formOf(context: Context): Promise<URLSearchParams | undefined> {
  const type = context.req.header('Content-Type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) return undefined;
  return new URLSearchParams(await context.req.text());
}
