import assert from 'node:assert/strict';
import { computeEnabled, type EnabledProject, parseEnabledProject, type Tenant } from '../../core/index.ts';
import { interleavedMedians } from './medians.ts';

const tenants = 10_000;

/** A mix of what tenants tell, the same in every run. */
function tenant(index: number): object {
  const name = `Tenant ${index}`;
  const sic = ['56.10', '47.11', '62.01', '90.03', 'Q', undefined][index % 6];
  switch (index % 5) {
    case 0:
      return { name, sic, fte: 1 + (index % 30), gvaGbp: 60_000 * (1 + (index % 30)) };
    case 1:
      return {
        name,
        sic,
        turnoverGbp: 120_000 * (1 + (index % 9)),
        fullTime: 1 + (index % 9),
        partTime: index % 3,
      };
    case 2:
      return { name, sic, headcount: 1 + (index % 12) };
    case 3:
      return { name, sic, floorspaceM2: 20 + (index % 400), areaBasis: 'NIA', useClass: 'A3' };
    default:
      return { name, sic, floorspaceM2: 20 + (index % 400), areaBasis: 'GIA', useClass: 'B1a' };
  }
}

function project(): EnabledProject {
  const anchors = Array.from({ length: 100 }, (_, anchor) => ({
    name: `Anchor ${anchor}`,
    authority: `Authority ${anchor % 10}`,
    tenants: Array.from({ length: tenants / 100 }, (_, at) => tenant(anchor * 100 + at)),
  }));
  const parsed = parseEnabledProject({ anchors });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

interface PlainRatios {
  readonly perFte: number;
  readonly perJob: number;
  readonly ofTurnover: number;
}

/** Ratios by code, and all industries, as one would type them in. */
const plainRatios: Record<string, PlainRatios> = {
  '56.10': { perFte: 36_081, perJob: 0.7023, ofTurnover: 0.5082 },
  '47.11': { perFte: 59_186, perJob: 0.8358, ofTurnover: 0.2265 },
  '62.01': { perFte: 92_273, perJob: 0.9574, ofTurnover: 0.5035 },
  '90.03': { perFte: 38_436, perJob: 0.7728, ofTurnover: 0.5941 },
  Q: { perFte: 44_097, perJob: 0.8244, ofTurnover: 0.6383 },
};
const plainAll: PlainRatios = { perFte: 63_680, perJob: 0.8677, ofTurnover: 0.3332 };

/** The figures of one tenant as an object: no workings, no ranges, no confidence, no checks. */
function plainTenant(of: Tenant): { fte: number; gva: number } {
  const ratios = plainRatios[of.sic ?? ''] ?? plainAll;
  const area = (of.floorspaceM2 ?? 0) * (of.areaBasis === 'GIA' ? 0.85 : 1);
  const fte =
    of.fte ??
    (of.fullTime !== undefined || of.partTime !== undefined
      ? (of.fullTime ?? 0) + 0.5 * (of.partTime ?? 0)
      : of.headcount !== undefined
        ? of.headcount * ratios.perJob
        : area / (of.useClass === 'A3' ? 17.5 : 13));
  const gva =
    of.gvaGbp ?? (of.turnoverGbp === undefined ? fte * ratios.perFte : of.turnoverGbp * ratios.ofTurnover);
  return { fte, gva };
}

function plainEnabled({ anchors }: EnabledProject): { fte: number; gva: number } {
  const results = anchors.map(({ name, tenants: all }) => ({ name, tenants: all.map(plainTenant) }));
  const sum = (figure: 'fte' | 'gva') =>
    results.reduce(
      (total, anchor) => total + anchor.tenants.reduce((part, each) => part + each[figure], 0),
      0,
    );
  return { fte: sum('fte'), gva: sum('gva') };
}

/** 10,000 tenants through the engine, with ranges, assumptions, confidence and warnings, beside a plain object version. */
export const enabledTenants = {
  name: 'enabled',
  title: '10,000 tenants to enabled FTE and GVA with ranges, assumptions, confidence and warnings',
  peer: 'plain object version, sums only',
  goal: 'ours <= 50 ms',
  run() {
    const input = project();
    const outcome = computeEnabled(input);
    assert(outcome.ok);
    const plain = plainEnabled(input);
    assert(Math.abs(outcome.value.totals.fte / plain.fte - 1) < 1e-9, 'both give the same FTE');
    assert(Math.abs(outcome.value.totals.gvaGbp / plain.gva - 1) < 1e-9, 'both give the same GVA');
    return interleavedMedians(
      () => computeEnabled(input),
      () => plainEnabled(input),
    );
  },
};
