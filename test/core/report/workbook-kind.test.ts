import { describe, expect, it } from 'vitest';
import {
  lm3Template,
  tenantForm,
  tenantsTemplate,
  type WorkbookSpec,
  workbookKind,
} from '../../../core/index.ts';

const kindOf = ({ sheets }: WorkbookSpec) => workbookKind(sheets.map(({ name }) => ({ name, rows: [] })));

describe('what a workbook is for', () => {
  it('is told by the sheets of each template', () => {
    expect(kindOf(lm3Template({ sample: true }))).toBe('lm3');
    expect(kindOf(tenantsTemplate({ sample: false }))).toBe('tenants');
    expect(kindOf(tenantForm())).toBe('tenantForm');
  });

  it('is LM3 where there are suppliers, whatever else there is, and unknown where nothing is known', () => {
    const named = (...names: string[]) => workbookKind(names.map((name) => ({ name, rows: [] })));
    expect(named('Tenants', 'supply chain')).toBe('lm3');
    expect(named('Sheet1')).toBe('unknown');
    expect(named('Project', 'Payroll')).toBe('lm3');
    expect(named('TENANT ORGANISATIONS', 'Anchors')).toBe('tenants');
  });
});
