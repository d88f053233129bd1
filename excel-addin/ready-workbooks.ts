/** Workbooks that the build makes and puts beside the page, by what they are for. */
export const readyWorkbooks = {
  sample: { fileName: 'local-pound-lm3-sample.xlsx', about: 'lm3', sample: true },
  empty: { fileName: 'local-pound-lm3.xlsx', about: 'lm3', sample: false },
  tenantsSample: { fileName: 'local-pound-tenants-sample.xlsx', about: 'tenants', sample: true },
  tenantsEmpty: { fileName: 'local-pound-tenants.xlsx', about: 'tenants', sample: false },
  tenantForm: { fileName: 'local-pound-tenant-form.xlsx', about: 'tenantForm', sample: false },
} as const;

export type ReadyWorkbook = keyof typeof readyWorkbooks;
