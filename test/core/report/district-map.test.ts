import { describe, expect, it } from 'vitest';
import { districtData, districtMap, type LocalArea, rankMoney } from '../../../core/index.ts';
import { chartPng } from '../../../spreadsheet/chart-png.ts';

const [calderdale, bradford, camden, orkney, barnsleyBefore] = [
  'E08000033',
  'E08000032',
  'E09000007',
  'S12000023',
  'E08000016',
] as const;
const area: LocalArea = {
  name: 'Calderdale',
  districts: [{ code: calderdale, name: 'Calderdale' }],
  circles: [],
};
const amounts = new Map([
  [calderdale, 6_000],
  [bradford, 3_000],
  [camden, 990],
  [orkney, -40],
  [barnsleyBefore, 50],
]);
const svg = districtMap({ amounts, area, unplaced: 12_345, about: 'An example (fictional)' });
const description = /<desc id="map-desc">(.*?)<\/desc>/.exec(svg)?.[1] ?? '';
const fills = (text: string) => [...text.matchAll(/fill="url\(#map-(m\d)\)"/g)].map(([, id]) => id);

describe('the map of districts', () => {
  it('tells screen readers what it shows', () => {
    expect(svg).toContain('role="img" aria-labelledby="map-title map-desc"');
    expect(svg).toContain('<title id="map-title">Where the money goes: An example (fictional)</title>');
    expect(description).toContain('£10,000 placed in 5 districts. £12,345 could not be placed.');
    expect(description).toContain('1 Calderdale £6,000.00 (60%, local); 2 Bradford £3,000.00 (30%)');
  });

  it('needs no colour: each class has a pattern of its own, and a table has every number of the map', () => {
    const patterns = [...svg.matchAll(/<pattern id="map-m\d"[^>]*><rect[^>]*\/>(.*?)<\/pattern>/g)].map(
      ([, marks]) => marks,
    );
    expect(patterns).toHaveLength(6);
    expect(new Set(patterns).size).toBe(6);
    expect([...new Set(fills(svg))].sort()).toEqual(['m0', 'm1', 'm3', 'm5']);
    for (const { name, rank } of rankMoney({ amounts, area }).districts) {
      expect(svg).toMatch(new RegExp(`>${rank}</text><text [^>]*>${name}( \\(local\\))?</text>`));
    }
  });

  it('holds the words of the licence in the picture itself', () => {
    expect(svg).toContain('Contains OS data © Crown copyright and database right 2025.');
    expect(svg).toContain('Licensed under the Open Government Licence v3.0.');
  });

  it('has a close-up of the area when the money goes far, and none when it stays near', () => {
    expect(svg).toContain('In and round the local area');
    const near = districtMap({ amounts: new Map([[calderdale, 1]]), area });
    expect(near).not.toContain('In and round the local area');
    expect(near.length).toBeLessThan(svg.length);
  });

  it('keeps local districts in the table however little they got, and adds up the rest', () => {
    const everywhere = new Map(
      districtData().districts.map(({ code }, at) => [code, code === calderdale ? 0.5 : 10 + at]),
    );
    const wide = districtMap({ amounts: everywhere, area });
    expect(wide).toContain('Calderdale (local)');
    expect(wide).toContain('345 more districts');
    expect(rankMoney({ amounts: everywhere, area }).districts.at(-1)?.name).toBe('Calderdale');
  });

  it('counts an old code as the district of today', () => {
    expect(
      rankMoney({
        amounts: new Map([
          [barnsleyBefore, 1],
          ['E08000038', 2],
        ]),
        area,
      }).districts,
    ).toMatchObject([{ code: 'E08000038', name: 'Barnsley', amount: 3, share: 1 }]);
  });

  it('is the same picture every time, draws without money, and takes no markup from its words', () => {
    expect(districtMap({ amounts, area, unplaced: 12_345, about: 'An example (fictional)' })).toBe(svg);
    const empty = districtMap({
      amounts: new Map(),
      area: { name: '<b>"x"&</b>', districts: [], circles: [] },
    });
    expect(empty).toContain('No money could be placed in a district.');
    expect(districtMap({ amounts, area: { ...area, name: '<script>' }, about: '<img>' })).not.toMatch(
      /<script|<img/,
    );
  });

  it('becomes a PNG with the words in it', (ctx) => {
    ctx.task.meta.ranWith = ['resvg (@resvg/resvg-js 2.6.2)'];
    const [withWords, without] = [chartPng(svg), chartPng(svg.replace(/<text .*?<\/text>/g, ''))];
    expect([...withWords.slice(1, 4)]).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)));
    expect(withWords.length - without.length).toBeGreaterThan(10_000);
  });

  it('draws a circle as an area', () => {
    const round = districtMap({
      amounts,
      area: {
        name: '12 km round HX1',
        districts: [],
        circles: [{ centre: { lat: 53.72, lon: -1.86 }, centreName: 'HX1', radiusKm: 12 }],
      },
    });
    expect([...round.matchAll(/<circle [^>]*fill="none" stroke="#1c1c1c"/g)]).toHaveLength(2);
  });
});
