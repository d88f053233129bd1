import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { fromHere } from '../desk/gate.ts';
import { deskPath } from '../desk/options.ts';
import type { Gate } from '../gate.ts';
import { notice } from '../pages/notices.ts';
import { rateLimit } from '../rate-limit.ts';
import { shown, told } from '../respond.ts';
import { openSample } from '../sample.ts';
import { hashToken, newToken } from '../tokens.ts';
import { answerPath } from '../visit.ts';
import { english as words } from '../words/english.ts';

/** Tries in a minute for each sender. */
const mostTries = 10;
const linkMs = 24 * 60 * 60 * 1000;

/** A fictional survey to try, where the server has one. */
export function sampleRoutes(app: Hono, { store, now, senderOf }: Gate): void {
  const tries = rateLimit(mostTries);
  app.get('/sample', async (context) => {
    if ((await openSample(store, now())) === undefined) return await told(context, 404, words.gone);
    const { sample } = words;
    const main = notice(
      sample,
      html`
      <form method="post"><button type="submit">${sample.button}</button></form>
      <h2>${sample.ownerTitle}</h2>
      <p>${sample.owner} <a href="${deskPath}">${sample.ownerLink}</a></p>`,
    );
    return await shown(context, 200, sample.title, main);
  });
  app.post('/sample', async (context) => {
    if (!tries.allow(senderOf(context), now())) return await told(context, 429, words.tooMany);
    const survey = fromHere(context) ? await openSample(store, now()) : undefined;
    if (survey === undefined) return await told(context, 404, words.gone);
    return await tryIt(context, survey.projectId);
  });

  /** A link for whichever supplier is silent, else for the first. */
  async function tryIt(context: Context, projectId: string): Promise<Response> {
    const [place = 0] = await store.placesOf(projectId, 'silent');
    const [supplier] = await store.suppliersAt(projectId, [place]);
    if (supplier === undefined) return await told(context, 404, words.gone);
    const token = newToken();
    await store.addLink({
      projectId,
      tokenHash: hashToken(token),
      supplierId: supplier.supplierId,
      madeAt: now(),
      expiresAt: now() + linkMs,
    });
    return context.redirect(answerPath(projectId, token), 303);
  }
}
