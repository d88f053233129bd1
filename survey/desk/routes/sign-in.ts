import type { Context, Hono } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import * as z from 'zod';
import { readKey } from '../../owner/keys.ts';
import type { Session } from '../../owner-store.ts';
import { notice } from '../../pages/notices.ts';
import { rateLimit } from '../../rate-limit.ts';
import { formKey, hashToken, isFormKey, newToken } from '../../tokens.ts';
import { deskEnglish as words } from '../../words/desk-english.ts';
import { type DeskGate, fromHere, textOf } from '../gate.ts';
import { deskPath, linkBase } from '../options.ts';
import { box, type DeskForm, problems } from '../pages/fields.ts';
import { deskShown, deskTold } from '../respond.ts';
import { cookieOf, sessionMs } from '../visitor.ts';

/** How long a link to sign in by works. */
export const signInMs = 15 * 60 * 1000;
/** In a minute: tries of a sender, and mails to one address. */
const limits = { tries: 10, mails: 3 } as const;
const address = z.email().max(254);

/** The path of a link to sign in by; `/e/desk/` is also how the log knows it from other paths. */
export function enterPath(token: string): string {
  return `/survey/e/desk/${token}`;
}

/** Signing in by an e-mailed link or a key, and signing out. */
export function signInRoutes(app: Hono, gate: DeskGate): void {
  const { store, now, senderOf, publicUrl } = gate;
  const tries = rateLimit(limits.tries);
  const mails = rateLimit(limits.mails);
  const cookie = cookieOf(publicUrl);
  const patient = (context: Context): boolean => tries.allow(senderOf(context), now());

  const start = async (context: Context, session: Omit<Session, 'expiresAt'>): Promise<Response> => {
    const token = newToken();
    await store.addSession(hashToken(token), { ...session, expiresAt: now() + sessionMs });
    setCookie(context, cookie.name, token, cookie.attributes);
    return context.redirect(deskPath, 303);
  };

  app.get('/desk/sign-in', (context) => signInPage(context, { typed: {}, wrong: [] }));
  app.post('/desk/sign-in', async (context) => {
    if (!patient(context)) return await deskTold(context, 429, words.tooMany);
    if (!fromHere(context)) return await deskTold(context, 403, words.refused);
    const email = address.safeParse(await field(context, 'email')).data;
    // The same page whoever it is, and without waiting for a mail: nobody learns who runs surveys.
    if (email !== undefined && mails.allow(email.toLowerCase(), now())) {
      void sendLink(gate, email, linkBase(gate, context)).catch(gate.onMailError);
    }
    const { way } = gate.mail;
    const said = { title: words.signIn.sentTitle, text: words.signIn.sent };
    const more =
      way.kind === 'folder'
        ? html`<div class="inset query"><p>${words.signIn.inFolder(way.folder)}</p></div>`
        : way.kind === 'off'
          ? html`<div class="inset query"><p>${words.mail.off(way.why)}</p></div>`
          : html``;
    return await deskShown(context, 200, { title: said.title, main: notice(said, more) });
  });
  app.post('/desk/sign-in/key', async (context) => {
    if (!patient(context)) return await deskTold(context, 429, words.tooMany);
    if (!fromHere(context)) return await deskTold(context, 403, words.refused);
    const key = await readKey(store, await field(context, 'apiKey'));
    if (key === undefined) {
      const wrong = [{ field: 'apiKey', text: words.signIn.wrongKey }];
      return await signInPage(context, { typed: {}, wrong });
    }
    return await start(context, { key: { projectId: key.projectId, keyId: key.keyId } });
  });

  // The link itself changes nothing: a mail program that looks at links in advance must not use it up.
  app.get('/e/desk/:token', (context) => {
    const { enterTitle, enter, enterButton } = words.signIn;
    const main = notice(
      { title: enterTitle, text: enter },
      html`<form method="post"><input type="hidden" name="key" value="${formKey(context.req.param('token'))}">
        <button type="submit">${enterButton}</button></form>`,
    );
    return deskShown(context, 200, { title: enterTitle, main });
  });
  app.post('/e/desk/:token', async (context) => {
    if (!patient(context)) return await deskTold(context, 429, words.tooMany);
    const token = context.req.param('token');
    if (!fromHere(context) || !isFormKey(await field(context, 'key'), token)) {
      return await deskTold(context, 403, words.refused);
    }
    const used = await store.useSignIn(hashToken(token), now());
    if (used !== undefined) return await start(context, used);
    const said = { title: words.signIn.deadTitle, text: words.signIn.dead };
    const main = notice(said, html`<p><a href="${deskPath}/sign-in">${words.signIn.again}</a></p>`);
    return await deskShown(context, 404, { title: said.title, main });
  });
  app.post(
    '/desk/sign-out',
    gate.signedInForm(async (context, { token }) => {
      await store.endSession(hashToken(token));
      deleteCookie(context, cookie.name, { path: '/', secure: cookie.attributes.secure });
      return context.redirect(`${deskPath}/sign-in`, 303);
    }),
  );
}

async function field(context: Context, name: string): Promise<string> {
  return textOf(await context.req.raw.formData().catch(() => new FormData()), name);
}

/** Mails a link to somebody who has a role somewhere; does nothing for anybody else. */
async function sendLink(
  { store, mail, now }: Pick<DeskGate, 'store' | 'mail' | 'now'>,
  email: string,
  base: string,
): Promise<void> {
  if ((await store.rolesOf(email)).length === 0) return;
  const token = newToken();
  await store.addSignIn(hashToken(token), email, now() + signInMs);
  const text = words.signIn.mail(`${base}${enterPath(token)}`);
  await mail.deliver({
    to: email,
    subject: words.signIn.subject,
    text,
    html: String(await html`<p>${text}</p>`),
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
}

function signInPage(context: Context, form: DeskForm): Response | Promise<Response> {
  const { signIn } = words;
  const main = html`
      ${problems(form)}
      <h1>${signIn.title}</h1>
      <p class="lead">${signIn.lead}</p>
      <form method="post" action="${deskPath}/sign-in" novalidate>
        ${box(form, 'email', signIn.email, { hint: signIn.emailHint, type: 'email', autocomplete: 'email' })}
        <button type="submit">${signIn.send}</button>
      </form>
      <details${form.wrong.length > 0 ? html` open` : ''}><summary>${signIn.key}</summary>
        <form method="post" action="${deskPath}/sign-in/key" novalidate>
          ${box(form, 'apiKey', signIn.key, { hint: signIn.keyHint, type: 'password' })}
          <button type="submit">${signIn.useKey}</button>
        </form>
      </details>`;
  const wrong = form.wrong.length > 0;
  return deskShown(context, wrong ? 400 : 200, { title: signIn.title, main, wrong });
}
