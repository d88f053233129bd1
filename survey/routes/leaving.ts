import type { Hono } from 'hono';
import type { Gate } from '../gate.ts';
import type { Markup } from '../pages/layout.ts';
import { confirmation, privacyPage } from '../pages/notices.ts';
import { shown, told } from '../respond.ts';
import { link, type Visit } from '../visit.ts';
import { english as words } from '../words/english.ts';

/** Privacy, declining, and no more mail. */
export function leavingRoutes(app: Hono, { store, now, byLink, byForm, whileOpen, note }: Gate): void {
  app.get(
    `${link}/privacy`,
    byLink((context, visit) =>
      shown(context, 200, words.privacy.title, privacyPage(words, visit.survey, visit.base), visit),
    ),
  );
  app.get(
    `${link}/decline`,
    byLink(
      whileOpen((context, visit) =>
        shown(context, 200, words.decline.title, confirm(words.decline, visit), visit),
      ),
    ),
  );
  app.post(
    `${link}/decline`,
    byForm(async (context, visit) => {
      await store.decline(visit.survey.projectId, visit.supplier.supplierId, now());
      await note(visit, 'declined');
      const said = { title: words.decline.doneTitle, text: words.decline.done };
      return await told(context, 200, said, visit);
    }),
  );
  app.get(
    `${link}/stop`,
    byLink((context, visit) => shown(context, 200, words.stop.title, confirm(words.stop, visit), visit)),
  );
  // A mail program posts here by itself (RFC 8058, one-click) and has no key of a form: the link is enough.
  app.post(
    `${link}/stop`,
    byLink(async (context, visit) => {
      await store.optOut(visit.survey.projectId, visit.supplier.supplierId, now());
      await note(visit, 'opted out of mail');
      return await told(context, 200, { title: words.stop.doneTitle, text: words.stop.done }, visit);
    }),
  );
}

function confirm(
  said: { readonly title: string; readonly text: string; readonly button: string },
  { token, base }: Visit,
): Markup {
  return confirmation(said, token, { path: base, label: words.back });
}
