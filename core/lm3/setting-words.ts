/** How the choices of each setting are worded, on sheets and on results alike. */
export const methodWords = { allRecipients: 'All recipients', chain: 'Chain' } as const;
export const nonResponseWords = {
  extrapolate: 'Like those that answered',
  zero: 'Nothing re-spent',
} as const;
export const scopeWords = ['Whole organisation', 'One contract'] as const;
export const taxModeWords = {
  leftOut: 'Left out of all rounds',
  leakage: 'In pay, as money that leaves',
  proxyOnNet: 'In pay, re-spend share on pay after tax',
} as const;
export const payEnteredWords = {
  net: 'After tax and National Insurance',
  gross: 'Before tax and National Insurance',
} as const;
export const vatWords = {
  excluded: 'Left out where it is recovered',
  included: 'Included in the amounts',
} as const;
export const supplierPlaceWords = {
  placeOfWork: 'The place the work is done from',
  headOffice: 'Its head office',
} as const;
export const meanWords = {
  spendWeighted: 'Weighted by spend',
  unweighted: 'Every answer alike',
} as const;
/** Kinds of payment, as they are written beside a supplier. */
export const leaveOutWords = {
  redacted: 'Redacted name',
  person: 'Payment to a person',
  benefit: 'Benefit',
  grant: 'Grant passed on',
  internalRecharge: 'Internal recharge',
  publicBody: 'Other public body',
} as const;
export const payKindWords = {
  directors: 'Directors',
  employerPension: 'Employer’s pension',
  employerNationalInsurance: 'Employer’s National Insurance',
  agencyStaff: 'Agency staff',
} as const;
export const areaKindWords = {
  ward: 'Ward',
  radius: 'Radius round a point',
  district: 'District or council area',
  county: 'County',
  region: 'Region',
  nation: 'Nation',
  unitedKingdom: 'United Kingdom',
} as const;
/** What staff are asked about. */
export const staffSurveyItemWords = {
  incomeTax: 'Income tax',
  food: 'Food',
  entertainment: 'Entertainment',
  clothes: 'Clothes',
  diy: 'DIY',
  transport: 'Transport',
  services: 'Services',
  rentOrMortgage: 'Rent or mortgage',
  councilTax: 'Council tax',
  homeCosts: 'Home costs',
  loans: 'Loans',
  savings: 'Savings',
  other: 'Other',
} as const;
