import type { Kysely } from 'kysely';
import type { SurveyStore } from '../../../survey/store.ts';
import type { StoreLocation } from '../location.ts';
import type { Tables } from '../tables.ts';
import { answersPart } from './answers.ts';
import { auditPart } from './audit.ts';
import { erasePart } from './erase.ts';
import { factsPart } from './facts.ts';
import { mailsPart } from './mails.ts';
import { ownersPart } from './owners.ts';
import { suppliersPart } from './suppliers.ts';
import { surveysPart } from './surveys.ts';

/** What the survey remembers, on either engine. */
export function surveyStore(db: Kysely<Tables>, engine: StoreLocation['engine']): SurveyStore {
  return {
    ...surveysPart(db),
    ...suppliersPart(db),
    ...factsPart(db),
    ...answersPart(db, engine === 'postgres'),
    ...mailsPart(db),
    ...erasePart(db),
    ...auditPart(db),
    ...ownersPart(db),
  };
}
