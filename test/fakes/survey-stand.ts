import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import type { Environment } from '../../server/environment.ts';
import { closeHttpServer, createHttpServer, listen } from '../../server/http-server.ts';
import type { Store } from '../../server/store/store.ts';
import { surveyMailFor } from '../../server/survey-mail.ts';
import type { NewSupplier, Survey } from '../../survey/store.ts';
import { hashToken, newToken } from '../../survey/tokens.ts';
import { answerPath } from '../../survey/visit.ts';
import { openStoreAt } from './store-engines.ts';
import { aSurvey, day } from './survey-rows.ts';

/** The server's pages over a real store in a file, with fictional surveys. */
export interface SurveyStand {
  readonly store: Store;
  /** Answers a request in process. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Sends a form as a browser would. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Record<string, string>,
  ): Promise<Response>;
  /** Makes a survey that is open now, and returns the path of a link for each supplier. */
  survey(
    suppliers: readonly NewSupplier[],
    changes?: Partial<Survey>,
  ): Promise<{
    readonly survey: Survey;
    readonly links: readonly string[];
  }>;
  /** Makes one more link. */
  link(projectId: string, supplierId: string, expiresAt?: number): Promise<string>;
  /** Listens, and returns the address. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/**
 * @param setting variables of the server, for its mail
 * @param places where its store and the built pane are; a new SQLite file and none when left out
 */
export async function openSurveyStand(
  setting: Environment = {},
  { place, paneFolder }: { readonly place?: string; readonly paneFolder?: string } = {},
): Promise<SurveyStand> {
  const folder = mkdtempSync(join(tmpdir(), 'localpound-survey-'));
  const store = await openStoreAt(place ?? `sqlite:${join(folder, 'pound.db')}`);
  const logger = pino({ level: 'silent' });
  const read = readConfig({ MAIL_FOLDER: join(folder, 'mail'), TRUST_PROXY: 'yes', ...setting });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const config = read.value;
  const mail = surveyMailFor(config);
  // Every request comes from a sender of its own, unless a test says from which.
  let senders = 0;
  const sender = (): Record<string, string> => {
    senders += 1;
    return { 'X-Forwarded-For': `sender ${senders}` };
  };
  const app = createApp({
    config,
    store,
    logger,
    paneFolder: paneFolder ?? join(folder, 'pane'),
    surveyMail: mail.desk,
  });
  const server = createHttpServer(app.fetch, undefined);
  let stopMail: () => Promise<void> = async () => undefined;

  const link: SurveyStand['link'] = async (projectId, supplierId, expiresAt = Date.now() + 60 * day) => {
    const token = newToken();
    await store.survey.addLink({
      projectId,
      tokenHash: hashToken(token),
      supplierId,
      madeAt: Date.now(),
      expiresAt,
    });
    return answerPath(projectId, token);
  };
  return {
    store,
    link,
    request: async (path, init) =>
      await app.request(path, { ...init, headers: { ...sender(), ...init?.headers } }),
    post: async (path, fields, headers = {}) =>
      await app.request(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...sender(), ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
    async survey(suppliers, changes) {
      const now = Date.now();
      const survey = aSurvey({
        createdAt: now,
        closesAt: now + 30 * day,
        eraseAt: now + 300 * day,
        ...changes,
      });
      await store.survey.createSurvey(survey, suppliers);
      const links: string[] = [];
      for (const { supplierId } of suppliers) links.push(await link(survey.projectId, supplierId));
      return { survey, links };
    },
    async listen() {
      const address = `http://127.0.0.1:${await listen(server, '127.0.0.1', 0)}`;
      stopMail = mail.start(store.survey, config.publicUrl ?? address, logger);
      return address;
    },
    async close() {
      await stopMail();
      await closeHttpServer(server, 1000);
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
