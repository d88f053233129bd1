import { type Explained, given } from '../explain/explained.ts';
import { chooseDensity, type DensityChoice } from './density.ts';
import type { TenantFacts } from './enabled-employment.ts';
import type { EnabledProject, Tenant } from './project.ts';
import { type Industry, type IndustryRatios, Ratios } from './ratios.ts';
import type { EnabledReference } from './reference.ts';
import { sicOf } from './sic.ts';

/** Industry and density of each tenant, looked up once for each way that they are written. */
export class LookUps {
  readonly #ratios: Ratios;
  readonly #fullTimeWeek: Explained | undefined;
  readonly #industries = new Map<string | undefined, KnownIndustry>();
  readonly #byUseClass = new Map<string | undefined, DensityChoice | undefined>();
  readonly #byDensityType = new Map<string | undefined, DensityChoice | undefined>();

  constructor(
    private readonly project: EnabledProject,
    private readonly reference: EnabledReference,
    private readonly asPublished2017: boolean,
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
    const industry = this.#industry(tenant.sic);
    return {
      tenant,
      settings: this.project.settings,
      ratios: this.#ratios,
      industry: industry.ratios,
      industryIs: industry.is,
      sectionKnown: industry.is !== undefined,
      density: this.#density(tenant),
      fullTimeWeek: this.#fullTimeWeek,
      asPublished2017: this.asPublished2017,
    };
  }

  /** All industries for a code that is not in SIC 2007, or in a section without ratios (U). */
  #industry(sic: string | undefined): KnownIndustry {
    const known = this.#industries.get(sic);
    if (known) return known;
    const entry = sic === undefined ? undefined : sicOf(sic);
    const is =
      entry && this.reference.sections.has(entry.section)
        ? { section: entry.section, ...(entry.division === undefined ? {} : { division: entry.division }) }
        : undefined;
    const found = { is, ratios: this.#ratios.of(is) };
    this.#industries.set(sic, found);
    return found;
  }

  #density(tenant: Tenant): DensityChoice | undefined {
    const { densityType, useClass } = tenant;
    if (densityType === undefined && useClass === undefined) return undefined;
    // A density type decides alone.
    const [choices, key] =
      densityType === undefined ? [this.#byUseClass, useClass] : [this.#byDensityType, densityType];
    const known = choices.get(key);
    if (known) return known;
    const choice = chooseDensity(tenant, this.reference);
    choices.set(key, choice);
    return choice;
  }
}

interface KnownIndustry {
  readonly is: Industry | undefined;
  readonly ratios: IndustryRatios;
}
