import { type DeprivationFile, districtByCode } from '../../core/index.ts';

/** `core/data/deprivation.json` from the index by council, districts only, under their codes of today. */
export function deprivationFile(records: readonly Readonly<Record<string, string>>[]): DeprivationFile {
  const rows = records.flatMap((record) => {
    const { lad_code: code = '', deprivation_score: score, quintile_pop: fifth, decile_pop: tenth } = record;
    const district = districtByCode(code)?.district;
    if (!district) return [];
    return [
      {
        code: district.code,
        score: Math.round(Number(score) * 100) / 100,
        fifth: Number(fifth),
        tenth: Number(tenth),
      },
    ];
  });
  return {
    about: {
      source: 'mySociety, Composite UK Index of Multiple Deprivation v3.4.0, by council',
      indices:
        'IMD 2019 (England), WIMD 2019 (Wales), SIMD 2020 (Scotland), NIMDM 2017 (Northern Ireland), on one scale',
      years: '2017 to 2020',
      licence: 'mySociety CC BY 4.0; the indices Open Government Licence v3.0',
      link: 'https://github.com/mysociety/composite_uk_imd',
    },
    rows: rows.sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}
