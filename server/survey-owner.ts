import { deskPath } from '../survey/desk/options.ts';
import { enterPath } from '../survey/desk/routes/sign-in.ts';
import { ensureSample } from '../survey/sample.ts';
import type { SurveyStore } from '../survey/store.ts';
import { hashToken, newToken } from '../survey/tokens.ts';
import type { Config } from './config.ts';

/** A link that whoever started the server can sign in by, once. */
const starterMs = 24 * 60 * 60 * 1000;

/**
 * How to get to the owner's page. On this computer alone the start prints a link that signs in, and
 * there is a sample to try; a server that others reach must not print a way in where logs are kept.
 */
export async function ownerEntry(
  { host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>,
  store: SurveyStore,
  url: string,
): Promise<string> {
  const here = host === 'localhost' || host === '::1' || host.startsWith('127.');
  if (!here || publicUrl !== undefined) {
    const base = publicUrl ?? url;
    return `${base}${deskPath}  (let somebody in: localpound survey people --add you@example.org --role owner)`;
  }
  const token = newToken();
  await store.addSignIn(hashToken(token), undefined, Date.now() + starterMs);
  await ensureSample(store, Date.now());
  return `${url}${enterPath(token)}  (signs you in once, for a day; a sample to answer: ${url}/survey/sample)`;
}
