import type { Context } from 'hono';
import { reaches } from '../owner/keys.ts';
import type { Role } from '../owner-store.ts';
import { rateLimit } from '../rate-limit.ts';
import type { Survey } from '../store.ts';
import { isFormKey } from '../tokens.ts';
import { deskEnglish as words } from '../words/desk-english.ts';
import { type DeskOptions, deskPath } from './options.ts';
import { deskTold } from './respond.ts';
import { type Visitor, visitorOf, visitorRole } from './visitor.ts';

/** A visitor at one survey. */
export interface AtSurvey {
  readonly visitor: Visitor;
  readonly survey: Survey;
  readonly role: Role;
  /** Address of the survey's pages, without a slash at the end. */
  readonly base: string;
}

type Answered = Response | Promise<Response>;
export type SurveyHandler = (context: Context, at: AtSurvey) => Answered;
export type SurveyFormHandler = (context: Context, at: AtSurvey, form: FormData) => Answered;

/** Who gets through to the owner's pages. */
export interface DeskGate extends DeskOptions {
  signedIn(handle: (context: Context, visitor: Visitor) => Answered): (context: Context) => Promise<Response>;
  /** The same for a form: from our own page, and not too many of them. */
  signedInForm(
    handle: (context: Context, visitor: Visitor, form: FormData) => Answered,
  ): (context: Context) => Promise<Response>;
  /**
   * A visitor that has a role on the survey. A survey that one has no role on and one that never was
   * look the same.
   */
  onSurvey(needed: Role, handle: SurveyHandler): (context: Context) => Promise<Response>;
  onSurveyForm(needed: Role, handle: SurveyFormHandler): (context: Context) => Promise<Response>;
}

/** The pages of one survey, as a pattern of a route under `/survey`. */
export const surveyRoute = '/desk/s/:project';

/** Forms in a minute for each sender. */
const mostForms = 60;

export function createDeskGate(options: DeskOptions): DeskGate {
  const { store, publicUrl, now, senderOf } = options;
  const forms = rateLimit(mostForms);

  const signedIn: DeskGate['signedIn'] = (handle) => async (context) => {
    const visitor = await visitorOf(store, context, publicUrl, now());
    return visitor === undefined
      ? context.redirect(`${deskPath}/sign-in`, 303)
      : await handle(context, visitor);
  };
  const signedInForm: DeskGate['signedInForm'] = (handle) =>
    signedIn(async (context, visitor) => {
      if (!forms.allow(senderOf(context), now())) return await deskTold(context, 429, words.tooMany, visitor);
      if (!fromHere(context)) return await deskTold(context, 403, words.refused, visitor);
      const form = await formOf(context);
      if (form === undefined || !isFormKey(textOf(form, 'key'), visitor.token)) {
        return await deskTold(context, 403, words.refused, visitor);
      }
      return await handle(context, visitor, form);
    });
  const atSurvey = async (
    context: Context,
    visitor: Visitor,
    needed: Role,
    handle: SurveyHandler,
  ): Promise<Response> => {
    const projectId = context.req.param('project') ?? '';
    const role = visitorRole(visitor, projectId);
    const survey = role === undefined ? undefined : await store.survey(projectId);
    if (role === undefined || survey === undefined)
      return await deskTold(context, 404, words.noSurvey, visitor);
    if (!reaches(role, needed)) return await deskTold(context, 403, words.notAllowed, visitor);
    return await handle(context, { visitor, survey, role, base: `${deskPath}/s/${projectId}` });
  };
  return {
    ...options,
    signedIn,
    signedInForm,
    onSurvey: (needed, handle) => signedIn((context, visitor) => atSurvey(context, visitor, needed, handle)),
    onSurveyForm: (needed, handle) =>
      signedInForm((context, visitor, form) =>
        atSurvey(context, visitor, needed, (same, at) => handle(same, at, form)),
      ),
  };
}

/** Whether a browser says that a form comes from another site. Those that say nothing have the key to show. */
export function fromHere(context: Context): boolean {
  const site = context.req.header('Sec-Fetch-Site');
  return site === undefined || site === 'same-origin' || site === 'none';
}

async function formOf(context: Context): Promise<FormData | undefined> {
  const type = context.req.header('Content-Type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) return undefined;
  try {
    return await context.req.raw.formData();
  } catch {
    // What says that it is a form and is none: refused like one without its key.
    return undefined;
  }
}

/** The text of a field, without spaces round it; empty where there is none. */
export function textOf(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === 'string' ? value.trim() : '';
}
