import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import * as z from 'zod';
import { makeKey, reaches, roleOn } from '../../owner/keys.ts';
import { allSurveys, type Role, roles } from '../../owner-store.ts';
import { deskEnglish as words } from '../../words/desk-english.ts';
import { type DeskGate, surveyRoute, textOf } from '../gate.ts';
import { deskPath } from '../options.ts';
import { box, choice, type DeskForm, facts, problems, wideTable } from '../pages/fields.ts';
import { deskShown, deskTold, keyField } from '../respond.ts';
import type { Visitor } from '../visitor.ts';

const email = z.email().max(254);
const longestLabel = 100;

/** Who may look after one survey or all of them, and the keys of programs. */
export function peopleRoutes(app: Hono, gate: DeskGate): void {
  const { store, now, onSurvey, onSurveyForm, signedIn, signedInForm } = gate;
  const said = words.people;

  interface At {
    readonly visitor: Visitor;
    readonly projectId: string;
    /** Where this page is, and where it leads back to. */
    readonly path: string;
    readonly back: string;
  }
  const page = async (
    context: Context,
    { visitor, projectId, path, back }: At,
    more: { readonly form?: DeskForm; readonly key?: string } = {},
  ): Promise<Response> => {
    const [people, keys] = await Promise.all([store.members(projectId), store.keys(projectId)]);
    const form = more.form ?? { typed: {}, wrong: [] };
    const small = (action: string, field: string, value: string, text: string, about: string) => html`
      <form method="post" action="${path}/${action}" class="inline">${keyField(visitor)}<input type="hidden" name="${field}" value="${value}"><button
        type="submit" class="plain">${text}<span class="hidden"> ${about}</span></button></form>`;
    const roleChoice = (field: string, role: Role) =>
      choice(
        field,
        said.role,
        roles.map((one) => [one, words.roles[one]] as const),
        role,
      );
    const { columns, keyColumns } = said;
    const main = html`
      <p><a href="${back}">${words.back}</a></p>
      ${problems(form)}
      <h1>${said.title}</h1>
      <p class="lead">${projectId === allSurveys ? said.all : said.one}</p>
      ${facts(roles.map((one) => [words.roles[one], words.roleHints[one]] as const))}
      <h2>${said.people}</h2>
      ${
        people.length === 0
          ? html`<p>${said.none}</p>`
          : wideTable(
              said.people,
              [columns.email, columns.role, columns.remove],
              people.map((one) => [
                one.email,
                words.roles[one.role],
                // Nobody locks the door behind themselves by mistake.
                isSame(one.email, visitor)
                  ? html`<span class="quiet">${said.lastOwner}</span>`
                  : small('remove', 'email', one.email, said.remove, one.email),
              ]),
            )
      }
      <h3>${said.add}</h3>
      <form method="post" action="${path}/add" novalidate>${keyField(visitor)}
        ${box(form, 'email', said.email, { type: 'email' })}${roleChoice('role', 'viewer')}
        <button type="submit">${said.addButton}</button>
      </form>
      <h2>${said.keys}</h2>
      <p>${said.keysLead}</p>
      ${more.key ? html`<div class="inset" role="status"><p>${said.keyMade}</p><p class="secret">${more.key}</p></div>` : ''}
      ${
        keys.length === 0
          ? ''
          : wideTable(
              said.keys,
              [keyColumns.label, keyColumns.role, keyColumns.made, keyColumns.revoke],
              keys.map((one) => [
                one.label,
                words.roles[one.role],
                words.day(one.madeAt),
                one.revokedAt === undefined
                  ? small('revoke', 'keyId', one.keyId, said.revoke, one.label)
                  : said.revoked,
              ]),
            )
      }
      <form method="post" action="${path}/keys" novalidate>${keyField(visitor)}
        ${box(form, 'label', said.label)}${roleChoice('keyRole', 'viewer')}
        <button type="submit">${said.makeKey}</button>
      </form>`;
    const wrong = form.wrong.length > 0;
    return await deskShown(context, wrong ? 400 : 200, { title: said.title, main, visitor, wrong });
  };

  const deeds: Readonly<Record<string, (context: Context, at: At, form: FormData) => Promise<Response>>> = {
    async add(context, at, form) {
      const address = textOf(form, 'email');
      const role = roles.find((one) => one === textOf(form, 'role')) ?? 'viewer';
      if (!email.safeParse(address).success) {
        const wrong = [{ field: 'email', text: words.suppliers.wrongEmail }];
        return await page(context, at, { form: { typed: { email: address }, wrong } });
      }
      await store.addMember({ projectId: at.projectId, email: address, role, addedAt: now() });
      await audit(at, 'gave a role', `${address}: ${role}`);
      return context.redirect(at.path, 303);
    },
    async remove(context, at, form) {
      const address = textOf(form, 'email');
      if (!isSame(address, at.visitor) && (await store.removeMember(at.projectId, address))) {
        await audit(at, 'took a role', address);
      }
      return context.redirect(at.path, 303);
    },
    async keys(context, at, form) {
      const label = textOf(form, 'label');
      const role = roles.find((one) => one === textOf(form, 'keyRole')) ?? 'viewer';
      if (label === '' || label.length > longestLabel) {
        const wrong = [{ field: 'label', text: said.labelMissing }];
        return await page(context, at, { form: { typed: { label: label.slice(0, longestLabel) }, wrong } });
      }
      const { key } = await makeKey(store, { projectId: at.projectId, label, role, now: now() });
      await audit(at, 'made a key', `${label}: ${role}`);
      return await page(context, at, { key });
    },
    async revoke(context, at, form) {
      const keyId = textOf(form, 'keyId');
      if (await store.revokeKey(at.projectId, keyId, now())) await audit(at, 'revoked a key', keyId);
      return context.redirect(at.path, 303);
    },
  };
  const audit = async ({ projectId, visitor }: At, what: string, detail: string): Promise<void> =>
    await store.addAudit(projectId, { at: now(), who: visitor.who, what, detail });

  const forAll = (visitor: Visitor): At | undefined =>
    reaches(roleOn(allSurveys, visitor.held), 'owner')
      ? { visitor, projectId: allSurveys, path: `${deskPath}/people`, back: deskPath }
      : undefined;
  app.get(
    '/desk/people',
    signedIn((context, visitor) => {
      const at = forAll(visitor);
      return at === undefined ? deskTold(context, 403, words.notAllowed, visitor) : page(context, at);
    }),
  );
  app.get(
    `${surveyRoute}/people`,
    onSurvey('owner', (context, { base, survey, visitor }) =>
      page(context, { visitor, projectId: survey.projectId, path: `${base}/people`, back: base }),
    ),
  );
  for (const [name, deed] of Object.entries(deeds)) {
    app.post(
      `/desk/people/${name}`,
      signedInForm((context, visitor, form) => {
        const at = forAll(visitor);
        return at === undefined ? deskTold(context, 403, words.notAllowed, visitor) : deed(context, at, form);
      }),
    );
    app.post(
      `${surveyRoute}/people/${name}`,
      onSurveyForm('owner', (context, { base, survey, visitor }, form) =>
        deed(context, { visitor, projectId: survey.projectId, path: `${base}/people`, back: base }, form),
      ),
    );
  }
}

const isSame = (email: string, { session }: Visitor): boolean =>
  email.toLowerCase() === session.email?.toLowerCase();
