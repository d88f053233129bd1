import { describe, expect, it } from 'vitest';
import { kindOfName, kindsOfLine } from '../../../core/index.ts';

const kind = (name: string | null, ...payers: string[]) => kindOfName(name, payers)?.kind.id;

describe('kinds of line', () => {
  it.each([
    ['REDACTED PERSONAL DATA', 'redacted'],
    ['REDACTED UNDER DP ACT', 'redacted'],
    ['*Redact - Personal Information', 'redacted'],
    ['Name withheld', 'redacted'],
    ['*****', 'redacted'],
    ['2022:05MH Mental Health (Except Dementia)', 'directPayments'],
    ['Direct Payments - Adults', 'directPayments'],
    ['Foster carers', 'carers'],
    ['Special Guardianship Allowances', 'carers'],
    ['Housing Benefit', 'benefits'],
    ['Council Tax Refund', 'benefits'],
    ['Various - Total Expenses', 'expenses'],
    ['Sundry Suppliers', 'sundry'],
    ['One Time Vendor', 'sundry'],
    ['VARIOUS', 'sundry'],
    ['Barclaycard - Global Commercial Payments', 'cards'],
    ['Purchasing Card', 'cards'],
    ['HMRC - 073/VA52291 GA', 'tax'],
    ['HM Revenue & Customs', 'tax'],
    ['West Yorkshire Pension Fund', 'pensions'],
    ['Parish Precept', 'precepts'],
    ['Kirklees Council', 'councils'],
    ['London Borough of Camden', 'councils'],
    ['City Of Bradford Metropolitan District', 'councils'],
    ['Barnsley MBC', 'councils'],
    ['Leeds and York Partnership NHS FT', 'nhs'],
    ['West Yorkshire Fire & Rescue Service', 'emergency'],
    ['Disclosure & Barring Service', 'government'],
    ['Mr Rizwan Hussain', 'people'],
    ['Mr TF Reilly & Mrs A Reilly', 'people'],
    ['Smith John Mr', 'people'],
    ['OLLIVIERRE, J', 'people'],
    [null, 'unnamed'],
  ])('%s is of the kind %s', (name, id) => {
    expect(kind(name)).toBe(id);
  });

  it.each([
    'SWIIS Foster Care Ltd',
    'Fostering Solutions Ltd',
    'Mr Fitzpatrick S Ltd',
    'Dr Jones & Partners',
    "Sir Gabriel Wood's Mariners' Home",
    'City Of Leeds YMCA',
    'Refugee Council',
    'British Council',
    'Marlowe Fire And Security Limited',
    'Confident Care Ltd',
    'Variety Foods Ltd',
    'Community Support Services',
    'Direct Corporate Clothing',
    'Direct Payments Support Services Ltd',
    'Apetito Ltd - P Card',
    'Vivien Martin',
  ])('%s is a supplier', (name) => {
    expect(kind(name)).toBeUndefined();
  });

  it('the payer’s own name is an internal recharge, however it is written, and another’s is not', () => {
    expect(kind('Leeds City Council Int', 'Leeds City Council')).toBe('ownRecharges');
    expect(kind('Calderdale MBC', 'The Borough of Calderdale')).toBe('ownRecharges');
    expect(kind('Calderdale MBC', 'Leeds City Council')).toBe('councils');
    expect(kind('Leeds Parish Council', 'Leeds City Council')).toBe('councils');
  });

  it('each say why, and by which rule they were seen', () => {
    expect(kindsOfLine().length).toBeGreaterThan(12);
    for (const { why, rules, id } of kindsOfLine()) {
      expect(why.length, id).toBeGreaterThan(10);
      for (const { says } of rules) expect(says.length, id).toBeGreaterThan(10);
    }
    expect(kindOfName('REDACTED PERSONAL DATA')?.rule).toContain('redacted');
  });

  it('are found in names of any length by how they begin', () => {
    expect(kind(`Mr ${'a '.repeat(50_000)}1`)).toBe('people');
    expect(kind('- '.repeat(50_000))).toBe('redacted');
    expect(kind('city of the council limited '.repeat(20_000))).toBeUndefined();
  });
});
