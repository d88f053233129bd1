import { type Explained, given } from '../explain/explained.ts';
import { chooseDensity, type DensityChoice } from './density.ts';
import type { TenantFacts } from './enabled-employment.ts';
import type { EnabledProject, Tenant } from './project.ts';
import { type Industry, Ratios } from './ratios.ts';
import type { EnabledReference } from './reference.ts';
import { sicOf } from './sic.ts';

/** Industry and density of each tenant, looked up once for each way that they are written. */
export class LookUps {
  readonly #ratios: Ratios;
  readonly #fullTimeWeek: Explained | undefined;
  readonly #industries = new Map<string, Industry | undefined>();
  readonly #densities = new Map<string, DensityChoice | undefined>();

  constructor(
    private readonly project: EnabledProject,
    private readonly reference: EnabledReference,
    asPublished2017: boolean,
  ) {
    this.#ratios = new Ratios(reference, asPublished2017);
    const { fullTimeHours } = project.settings;
    this.#fullTimeWeek =
      fullTimeHours === undefined
        ? undefined
        : given(
            {
              id: 'fullTimeHours',
              label: 'Hours of a full-time week',
              unit: 'number',
              formula: 'set by you',
            },
            fullTimeHours,
          );
  }

  facts(tenant: Tenant): TenantFacts & { readonly industryIs: Industry | undefined } {
    const industryIs = tenant.sic === undefined ? undefined : this.#industry(tenant.sic);
    return {
      tenant,
      settings: this.project.settings,
      ratios: this.#ratios,
      industry: this.#ratios.of(industryIs),
      industryIs,
      sectionKnown: industryIs !== undefined,
      density: this.#density(tenant),
      fullTimeWeek: this.#fullTimeWeek,
    };
  }

  /** Undefined for a code that is not in SIC 2007, or in a section without ratios (U). */
  #industry(sic: string): Industry | undefined {
    if (this.#industries.has(sic)) return this.#industries.get(sic);
    const entry = sicOf(sic);
    const industry =
      entry && this.reference.sections.has(entry.section)
        ? { section: entry.section, ...(entry.division === undefined ? {} : { division: entry.division }) }
        : undefined;
    this.#industries.set(sic, industry);
    return industry;
  }

  #density(tenant: Tenant): DensityChoice | undefined {
    const key = `${tenant.densityType ?? ''}|${tenant.useClass ?? ''}`;
    if (key === '|') return undefined;
    if (!this.#densities.has(key)) this.#densities.set(key, chooseDensity(tenant, this.reference));
    return this.#densities.get(key);
  }
}
