import { randomBytes } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { readLimits } from '../../../spreadsheet/limits.ts';
import { keepSurvey } from '../../owner/changing.ts';
import { projectFromWorkbook } from '../../owner/from-workbook.ts';
import { reaches, roleOn } from '../../owner/keys.ts';
import { newSurvey } from '../../owner/new-survey.ts';
import { allSurveys } from '../../owner-store.ts';
import { deskEnglish as words } from '../../words/desk-english.ts';
import type { DeskGate } from '../gate.ts';
import { deskPath } from '../options.ts';
import { budgetPage, datesPage, namePage, suppliersPage, workbookPage } from '../pages/making.ts';
import { readBudget, readDates, readName, type SurveyPlan, typedOf } from '../plan.ts';
import { deskTold } from '../respond.ts';
import type { Visitor } from '../visitor.ts';

const route = '/desk/new/:plan';

/** Largest upload: a workbook, and what a form puts around it. */
export const longestUpload = readLimits.fileBytes + 64 * 1024;

/** Making a survey from a workbook in five steps; what was typed is kept between them. */
export function makingRoutes(app: Hono, gate: DeskGate): void {
  const { store, now, signedIn, signedInForm } = gate;
  const mayMake = ({ held }: Visitor): boolean => reaches(roleOn(allSurveys, held), 'editor');
  const refused = (context: Context, visitor: Visitor) => deskTold(context, 403, words.notAllowed, visitor);

  app.get(
    '/desk/new',
    signedIn((context, visitor) =>
      mayMake(visitor) ? workbookPage(context, visitor, []) : refused(context, visitor),
    ),
  );
  app.post(
    '/desk/new',
    signedInForm(async (context, visitor, form) => {
      if (!mayMake(visitor)) return await refused(context, visitor);
      const file = form.get('workbook');
      if (!(file instanceof File) || file.size === 0) return await workbookPage(context, visitor, [], true);
      const read = projectFromWorkbook(new Uint8Array(await file.arrayBuffer()), file.name);
      if (!read.ok) return await workbookPage(context, visitor, read.issues);
      const planId = randomBytes(6).toString('hex');
      const { project, contacts } = read.value;
      const plan: SurveyPlan = { project, contacts: [...contacts], bids: true };
      await store.savePlan(planId, visitor.session.email, JSON.stringify(plan), now());
      return context.redirect(`${deskPath}/new/${planId}/name`, 303);
    }),
  );

  const withPlan = async (
    context: Context,
    visitor: Visitor,
    handle: (plan: SurveyPlan, planId: string) => Response | Promise<Response>,
  ): Promise<Response> => {
    const planId = context.req.param('plan') ?? '';
    const kept = mayMake(visitor) ? await store.plan(planId, visitor.session.email) : undefined;
    if (kept === undefined) return await deskTold(context, 404, words.make.gone, visitor);
    return await handle(JSON.parse(kept) as SurveyPlan, planId);
  };
  const steps = [
    ['name', 'budget', namePage, readName],
    ['budget', 'suppliers', budgetPage, readBudget],
  ] as const;
  for (const [step, next, page, read] of steps) {
    app.get(
      `${route}/${step}`,
      signedIn((context, visitor) =>
        withPlan(context, visitor, (plan) => page(context, visitor, { typed: typedOf(plan), wrong: [] })),
      ),
    );
    app.post(
      `${route}/${step}`,
      signedInForm((context, visitor, form) =>
        withPlan(context, visitor, async (plan, planId) => {
          const { typed, wrong, plan: changed } = read(plan, form);
          if (wrong.length > 0)
            return await page(context, visitor, { typed: { ...typedOf(plan), ...typed }, wrong });
          await store.savePlan(planId, visitor.session.email, JSON.stringify(changed), now());
          return context.redirect(`${deskPath}/new/${planId}/${next}`, 303);
        }),
      ),
    );
  }
  app.get(
    `${route}/suppliers`,
    signedIn((context, visitor) =>
      withPlan(context, visitor, (plan, planId) => suppliersPage(context, visitor, plan, planId)),
    ),
  );
  app.get(
    `${route}/dates`,
    signedIn((context, visitor) =>
      withPlan(context, visitor, () => datesPage(context, visitor, { typed: { bids: 'yes' }, wrong: [] })),
    ),
  );
  app.post(
    `${route}/dates`,
    signedInForm((context, visitor, form) =>
      withPlan(context, visitor, async (plan, planId) => {
        const { typed, wrong, dates } = readDates(form, now());
        if (dates === undefined) return await datesPage(context, visitor, { typed, wrong });
        const made = newSurvey({
          project: plan.project,
          contacts: new Map(plan.contacts),
          ...dates,
          now: now(),
        });
        if (!made.ok) return await workbookPage(context, visitor, made.issues);
        const deed = { store, who: visitor.who, now: now() };
        await keepSurvey(deed, made.value);
        await store.dropPlan(planId);
        const { email } = visitor.session;
        const { projectId } = made.value.survey;
        if (email !== undefined) await store.addMember({ projectId, email, role: 'owner', addedAt: now() });
        return context.redirect(`${deskPath}/s/${projectId}`, 303);
      }),
    ),
  );
}
