import type { SurveyStore } from '../store.ts';
import { exportProject } from './export-project.ts';
import { surveyProject } from './survey-project.ts';

/** The shares of a survey as they may leave it, for putting into a workbook. */
export interface RespendShares {
  readonly answered: number;
  /** In the order of the workbook; `share` 0 to 1. Silent suppliers are left out. */
  readonly suppliers: readonly {
    readonly name: string;
    readonly share: number;
    /** Kept private: the share stands for several suppliers together and is not its own. */
    readonly standIn: boolean;
  }[];
}

/** Every share that counts, with stand-ins for those that are kept private (see {@link exportProject}). */
export async function respendShares(store: SurveyStore, projectId: string): Promise<RespendShares> {
  const survey = await store.survey(projectId);
  if (survey === undefined) return { answered: 0, suppliers: [] };
  const facts = await store.facts(projectId);
  const counted = surveyProject(survey, facts);
  const { project: exported } = exportProject(counted);
  const suppliers = exported.suppliers.flatMap(({ respendShare }, place) =>
    respendShare === null
      ? []
      : [
          {
            name: facts.suppliers[place]?.name ?? '',
            share: respendShare,
            standIn: counted.hidden.has(place),
          },
        ],
  );
  return { answered: facts.answers.length, suppliers };
}
