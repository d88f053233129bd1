import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import * as z from 'zod';
import { buyerMaySee, formatGbp } from '../../../core/index.ts';
import { makeLink, revokeLinks } from '../../owner/changing.ts';
import { shareWithMeans } from '../../share.ts';
import { type Standing, type SurveySupplier, standings } from '../../store.ts';
import { deskEnglish as words } from '../../words/desk-english.ts';
import { type AtSurvey, type DeskGate, surveyRoute, textOf } from '../gate.ts';
import { linkBase } from '../options.ts';
import { box, type DeskForm, facts, problems, wideTable } from '../pages/fields.ts';
import { pageLinks } from '../pages/parts.ts';
import { deskShown, deskTold, keyField } from '../respond.ts';
import { pageOf } from './mail.ts';

const inPage = 50;
const one = `${surveyRoute}/suppliers/:supplier`;
const email = z.email().max(254);
const longestName = 200;

/** The suppliers by page, and each with its contact and its links. */
export function supplierRoutes(app: Hono, gate: DeskGate): void {
  const { store, now, mail, onSurvey, onSurveyForm } = gate;
  const said = words.suppliers;

  app.get(
    `${surveyRoute}/suppliers`,
    onSurvey('editor', async (context, { survey, visitor, base }) => {
      const { projectId } = survey;
      const asked = context.req.query('show');
      const standing = standings.find((known): known is Standing => known === asked);
      const { suppliers } = await store.facts(projectId);
      const places =
        standing === undefined
          ? suppliers.map((_, place) => place)
          : await store.placesOf(projectId, standing);
      const spend = (place: number): number => suppliers[place]?.spend ?? 0;
      const sorted = [...places].sort((a, b) => spend(b) - spend(a));
      const page = pageOf(context);
      const listed = await store.suppliersAt(projectId, sorted.slice(page * inPage, (page + 1) * inPage));
      const { columns } = said;
      const main = html`
      <p><a href="${base}">${words.back}</a></p>
      <h1>${said.title}</h1>
      <ul class="filters"><li><a href="?"${standing === undefined ? html` aria-current="page"` : ''}>${said.all}</a></li>${standings.map(
        (known) =>
          html`<li><a href="?show=${known}"${known === standing ? html` aria-current="page"` : ''}>${words.standing[known]}</a></li>`,
      )}</ul>
      <p>${said.order}</p>
      ${
        listed.length === 0
          ? html`<p>${said.none}</p>`
          : wideTable(
              said.title,
              [columns.name, columns.spend, columns.local, columns.standing],
              listed.map((supplier) => [
                html`<a href="${base}/suppliers/${supplier.supplierId}">${supplier.supplier.name}</a>`,
                formatGbp(supplier.supplier.spend),
                supplier.supplier.local ? words.yes : words.no,
                standingWords(supplier),
              ]),
              [1],
            )
      }
      ${pageLinks(page, inPage, sorted.length, standing === undefined ? '' : `show=${standing}&`)}`;
      return await deskShown(context, 200, { title: said.title, main, visitor });
    }),
  );

  type OneHandler = (at: AtSurvey, supplier: SurveySupplier, form: FormData) => Promise<Response>;
  const found = async (context: Context, at: AtSurvey): Promise<SurveySupplier | undefined> =>
    await store.supplier(at.survey.projectId, context.req.param('supplier') ?? '');
  const form = (path: string, handle: (context: Context) => OneHandler): void => {
    app.post(
      `${one}/${path}`,
      onSurveyForm('editor', async (context, at, body) => {
        const supplier = await found(context, at);
        if (supplier === undefined) return await deskTold(context, 404, words.noSurvey, at.visitor);
        return await handle(context)(at, supplier, body);
      }),
    );
  };
  const page = async (
    context: Context,
    at: AtSurvey,
    supplier: SurveySupplier,
    more: {
      readonly wrong?: DeskForm['wrong'];
      readonly typed?: DeskForm['typed'];
      readonly link?: string;
      readonly note?: string;
    } = {},
  ): Promise<Response> => {
    const { contactName = '', email: address = '' } = supplier;
    const wrong = more.wrong ?? [];
    const state: DeskForm = { typed: { contactName, email: address, ...more.typed }, wrong };
    const path = `${at.base}/suppliers/${supplier.supplierId}`;
    const button = (name: string, text: string) => html`
      <form method="post" action="${path}/${name}">${keyField(at.visitor)}<button type="submit" class="second">${text}</button></form>`;
    const main = html`
      <p><a href="${at.base}/suppliers">${words.back}</a></p>
      ${problems(state)}
      <h1>${supplier.supplier.name}</h1>
      ${more.note ? html`<div class="inset" role="status"><p>${more.note}</p></div>` : ''}
      ${facts([
        [said.columns.spend, formatGbp(supplier.supplier.spend)],
        [said.columns.local, supplier.supplier.local ? words.yes : words.no],
        [said.columns.standing, standingWords(supplier)],
        [said.share, await ownFigure(supplier)],
      ])}
      <h2>${said.link}</h2>
      <p>${said.linkLead}</p>
      ${more.link ? html`<div class="inset" role="status"><p>${said.linkMade}</p><p class="secret">${more.link}</p></div>` : ''}
      ${button('link', said.makeLink)}
      ${button('revoke', said.revoke)}
      <h2>${said.contact}</h2>
      <form method="post" action="${path}/contact" novalidate>${keyField(at.visitor)}
        ${box(state, 'contactName', said.contactName)}
        ${box(state, 'email', said.email, { hint: said.emailHint, type: 'email' })}
        <button type="submit">${words.save}</button>
      </form>
      ${address === '' ? '' : html`<h2>${said.bounce}</h2><p>${said.bounceLead}</p>${button('bounced', said.bounceButton)}`}`;
    const isWrong = wrong.length > 0;
    const title = supplier.supplier.name;
    return await deskShown(context, isWrong ? 400 : 200, {
      title,
      main,
      visitor: at.visitor,
      wrong: isWrong,
    });
  };
  const ownFigure = async (supplier: SurveySupplier): Promise<string> => {
    const { answer, projectId } = supplier;
    if (answer === undefined) return said.shareNone;
    if (!buyerMaySee(answer)) return said.shareHidden;
    const { share } = await shareWithMeans(answer, supplier, () => store.newestAnswers(projectId));
    return share === null ? said.shareNone : said.shareShown(share.share.value);
  };
  const audit = async ({ survey, visitor }: AtSurvey, what: string, detail: string): Promise<void> =>
    await store.addAudit(survey.projectId, { at: now(), who: visitor.who, what, detail });

  app.get(
    one,
    onSurvey('editor', async (context, at) => {
      const supplier = await found(context, at);
      if (supplier === undefined) return await deskTold(context, 404, words.noSurvey, at.visitor);
      return await page(context, at, supplier);
    }),
  );
  form('link', (context) => async (at, supplier) => {
    const deed = { store, who: at.visitor.who, now: now() };
    const path = await makeLink(deed, at.survey, supplier.supplierId);
    return await page(context, at, supplier, { link: `${linkBase(gate, context)}${path}` });
  });
  form('revoke', (context) => async (at, supplier) => {
    const deed = { store, who: at.visitor.who, now: now() };
    const revoked = await revokeLinks(deed, at.survey, supplier.supplierId);
    return await page(context, at, supplier, { note: said.revoked(revoked) });
  });
  form('contact', (context) => async (at, supplier, body) => {
    const [contactName, address] = [textOf(body, 'contactName'), textOf(body, 'email')];
    const typed = { contactName, email: address };
    const wrong = [
      ...(address !== '' && !email.safeParse(address).success
        ? [{ field: 'email', text: said.wrongEmail }]
        : []),
      ...(contactName.length > longestName
        ? [{ field: 'contactName', text: words.make.name.tooLong(said.contactName) }]
        : []),
    ];
    if (wrong.length > 0 || at.survey.erasedAt !== undefined) {
      return await page(context, at, supplier, { typed, wrong });
    }
    const { supplierId, projectId } = supplier;
    await store.setContact(projectId, supplierId, {
      ...(contactName === '' ? {} : { contactName }),
      ...(address === '' ? {} : { email: address }),
    });
    await audit(at, 'changed a contact', supplierId);
    return context.redirect(`${at.base}/suppliers/${supplierId}`, 303);
  });
  form('bounced', (context) => async (at, supplier) => {
    const { supplierId, projectId, email: address } = supplier;
    if (address !== undefined) await store.markBounced(projectId, address, now());
    await audit(at, 'noted that mail came back', supplierId);
    mail.nudge();
    return context.redirect(`${at.base}/suppliers/${supplierId}`, 303);
  });
}

function standingWords(supplier: SurveySupplier): string {
  const { answeredAt, declinedAt, optedOutAt, bouncedAt, email: address, askedAt } = supplier;
  if (answeredAt !== undefined) return `${words.standing.answered}, ${words.day(answeredAt)}`;
  if (declinedAt !== undefined) return words.standing.declined;
  if (optedOutAt !== undefined) return words.standing.optedOut;
  if (bouncedAt !== undefined) return words.standing.bounced;
  if (askedAt !== undefined) return words.suppliers.asked(askedAt);
  return address === undefined ? words.standing.withoutEmail : words.suppliers.notAsked;
}
