import type { Hono } from 'hono';
import { createDeskGate } from './gate.ts';
import type { DeskOptions } from './options.ts';
import { mailRoutes } from './routes/mail.ts';
import { makingRoutes } from './routes/making.ts';
import { peopleRoutes } from './routes/people.ts';
import { previewRoutes } from './routes/preview.ts';
import { settingsRoutes } from './routes/settings.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { statusRoutes } from './routes/status.ts';
import { supplierRoutes } from './routes/suppliers.ts';
import { listRoutes } from './routes/surveys.ts';

/** The pages of those who run surveys, under `/survey/desk`. They work without script. */
export function deskRoutes(app: Hono, options: DeskOptions): void {
  const gate = createDeskGate(options);
  signInRoutes(app, gate);
  listRoutes(app, gate);
  makingRoutes(app, gate);
  statusRoutes(app, gate);
  mailRoutes(app, gate);
  previewRoutes(app, gate);
  supplierRoutes(app, gate);
  settingsRoutes(app, gate);
  peopleRoutes(app, gate);
}
