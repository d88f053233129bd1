import {
  computeEnabled,
  type EnabledOptions,
  type EnabledProject,
  type EnabledProjectInput,
  type EnabledResult,
  parseEnabledProject,
  type TenantResult,
} from '../../../core/index.ts';

export type TenantInput = EnabledProjectInput['anchors'][number]['tenants'][number];

export function enabledProject(input: EnabledProjectInput): EnabledProject {
  const parsed = parseEnabledProject(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

/** The result of a project, which the test knows to be right. */
export function resultOf(input: EnabledProjectInput, options: EnabledOptions = {}): EnabledResult {
  const outcome = computeEnabled(enabledProject(input), options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

/** One tenant of one made-up anchor. */
export function tenantOf(
  tenant: Omit<TenantInput, 'name'>,
  options: EnabledOptions & { readonly settings?: EnabledProjectInput['settings'] } = {},
): TenantResult {
  const { settings, ...rest } = options;
  const input = {
    ...(settings === undefined ? {} : { settings }),
    anchors: [{ name: 'Made-up Mill', tenants: [{ name: 'Made-up tenant', ...tenant }] }],
  };
  const [result] = resultOf(input, rest).anchors[0]?.tenants ?? [];
  if (!result) throw new Error('no tenant');
  return result;
}
