import { type SicEntry, sicOf } from '../sic.ts';
import { activityIndex, type Suggested } from './activity-index.ts';
import { activityWords, type Place } from './activity-words.ts';
import type { ActivityChoices, SicChoice } from './choices.ts';
import type { PhraseMatch } from './phrase-index.ts';
import type { Term } from './read-activity.ts';
import { type DensityLead, leadsOfPlace, suggestedDensities } from './suggested-densities.ts';
import { leadsOfUseClass, useClassQuestion, writtenUseClass } from './use-class.ts';

const most = 6;
/** Below this nothing is suggested; only the section that comes nearest is told. */
const least = 0.36;
/** Beside a good match, one that fits less than this share of it is noise. */
const besideBest = 0.55;
/** Places of work are taken from matches that are nearly as good as the best. */
const nearBest = 0.8;
/** What is outside the trade that somebody names, such as wholesale, is that much less likely. */
const outsideTrade = 0.5;
/** Below this even the section would be a guess. */
const leastForSection = 0.12;
/** A kind of premises named in passing counts a little less than the activity. */
const namedPremises = 0.9;
const longestText = 200;

/**
 * SIC classes and employment densities for an activity as somebody describes it, best first, each with
 * why. Understands plain words, trade terms, slips of spelling, SIC codes and use classes; says so when
 * nothing fits. Use Class E by itself is never turned into a density: `useClassQuestion` asks what the
 * premises are used for. Offline, from the shipped vocabulary.
 *
 * @param text at most 200 characters are read
 * @example chooseActivity('yoga studio').sic[0]?.code // '85.51'
 */
export function chooseActivity(text: string): ActivityChoices {
  const written = text.trim().slice(0, longestText);
  const useClass = writtenUseClass(written);
  const asCode = /\d|^[a-u]$|^section /i.test(written) && useClass?.key !== 'E' ? sicOf(written) : undefined;
  if (asCode && !useClass) return choicesOfCode(text, asCode);

  const { reader, codes, densities } = activityIndex();
  const terms = reader.read(useClass ? useClass.rest : written);
  const premises = densities.match(terms).filter(({ fit }) => fit >= least);
  const matches = inTrade(codes.match(terms), terms);
  const sic = namesPremisesOnly(premises, matches) ? [] : sicChoices(matches, terms);
  const leads = [
    ...(useClass ? leadsOfUseClass(useClass.key) : []),
    ...placeLeads(matches, sic),
    ...premises.map(premisesLead),
  ];
  const isOpen = useClass !== undefined && sic.length === 0 && premises.length === 0;
  const question = isOpen ? useClassQuestion(useClass.key) : undefined;
  const suggested = question ? [] : suggestedDensities(leads);
  const nothing = sic.length === 0 && suggested.length === 0 && !question;
  const nearestSection = nothing ? nearest(matches, terms) : undefined;
  const sectionE = /^e$/i.test(written) ? sicOf('E') : undefined;
  return {
    text,
    found: !nothing,
    sic: sectionE ? [{ ...sectionE, fit: 0.5, why: 'because E is also the letter of this section' }] : sic,
    densities: suggested,
    ...(nearestSection && { nearestSection }),
    ...(question && { useClassQuestion: question }),
    notes: nothing ? [nothingFits] : notes(matches, sic, useClass?.key, question !== undefined),
  };
}

const nothingFits =
  'Nothing in our vocabulary or in the titles of SIC 2007 fits closely. Describe the activity in other words, or choose a section by hand. Without a section the ratio of all industries is used, with low confidence.';

const surely = 0.95;

/** "Office" or "light industrial unit" says where something is done, and not what. */
function namesPremisesOnly(
  premises: readonly PhraseMatch<string>[],
  matches: readonly PhraseMatch<Suggested>[],
): boolean {
  return (premises[0]?.fit ?? 0) >= surely && (matches[0]?.fit ?? 0) < surely;
}

const premisesLead = ({ phrase, fit }: PhraseMatch<string>): DensityLead => ({
  id: phrase.subject,
  fit: fit * namedPremises,
  why: `because "${phrase.text}" names this kind of premises`,
});

/** "Wholesale of toys" is no toy shop: what is outside the trade that was named counts less. */
function inTrade(
  matches: readonly PhraseMatch<Suggested>[],
  terms: readonly Term[],
): readonly PhraseMatch<Suggested>[] {
  const { tradeOf } = activityIndex();
  const named = new Set(terms.flatMap(({ stem }) => tradeOf.get(stem) ?? []));
  const [trade] = named;
  if (trade === undefined || named.size > 1) return matches;
  return matches
    .map((match) => {
      const { section, division } = match.phrase.subject.sic;
      const isInside = trade.division === undefined ? section === trade.section : division === trade.division;
      return isInside ? match : { ...match, fit: match.fit * outsideTrade };
    })
    .sort((a, b) => b.fit - a.fit);
}

function choicesOfCode(text: string, entry: SicEntry): ActivityChoices {
  const place = placeOfDivision(entry);
  const why = 'because it is the code itself';
  return {
    text,
    found: true,
    sic: [{ ...entry, fit: 1, why }],
    densities: place ? suggestedDensities(leadsOfPlace(place, 1, `division ${entry.division}`)) : [],
    notes: place?.none ? [place.none] : [],
  };
}

/** Each code once, by its best match. */
function bestByCode(matches: readonly PhraseMatch<Suggested>[]): PhraseMatch<Suggested>[] {
  const best = new Map<string, PhraseMatch<Suggested>>();
  for (const match of matches) {
    const { code } = match.phrase.subject.sic;
    if (!best.has(code)) best.set(code, match);
  }
  return [...best.values()];
}

function sicChoices(matches: readonly PhraseMatch<Suggested>[], terms: readonly Term[]): SicChoice[] {
  const top = matches[0]?.fit ?? 0;
  return bestByCode(matches)
    .filter(({ fit }) => fit >= least && fit >= besideBest * top)
    .slice(0, most)
    .map((match) => ({ ...match.phrase.subject.sic, fit: match.fit, why: why(match, terms) }));
}

function why({ phrase, matched }: PhraseMatch<Suggested>, terms: readonly Term[]): string {
  const { sic, from } = phrase.subject;
  const where = from === 'title' ? `the title of ${sic.code}` : `the list of everyday words for ${sic.code}`;
  const said = matched.map((word) => `"${word}"`).join(' and ');
  const slip = terms.some((term) => matched.includes(term.written) && term.trust > 0 && term.trust < 1);
  if (from === 'title') return `because ${said} ${matched.length > 1 ? 'are' : 'is'} in ${where}`;
  return `because "${phrase.text}" is in ${where}${slip ? `; ${said} was read as a word of it` : ''}`;
}

function placeLeads(matches: readonly PhraseMatch<Suggested>[], sic: readonly SicChoice[]): DensityLead[] {
  const top = sic[0]?.fit ?? 0;
  const [best] = matches;
  // What the best match has no density for is not to get one from the second best.
  if (sic.length === 0 || (best && placeOf(best.phrase.subject)?.none)) return [];
  return matches
    .filter(
      ({ phrase, fit }) => fit >= nearBest * top && sic.some(({ code }) => code === phrase.subject.sic.code),
    )
    .flatMap(({ phrase: { subject, text }, fit }) => {
      const place = placeOf(subject);
      const because = subject.from === 'word' ? `"${text}"` : `division ${subject.sic.division}`;
      return place ? leadsOfPlace(place, fit, because) : [];
    });
}

function placeOf(subject: Suggested): Place | undefined {
  return subject.from === 'word' ? subject.activity.place : placeOfDivision(subject.sic);
}

function placeOfDivision({ division }: SicEntry): Place | undefined {
  return division === undefined ? undefined : activityWords().placeOfDivision.get(division);
}

function nearest(matches: readonly PhraseMatch<Suggested>[], terms: readonly Term[]): SicChoice | undefined {
  const [best] = matches;
  if (best && best.fit >= leastForSection) {
    const section = sicOf(best.phrase.subject.sic.section);
    const said = best.matched.map((word) => `"${word}"`).join(' and ');
    const because = `because ${said} comes nearest to "${best.phrase.text}" of ${best.phrase.subject.sic.code}`;
    return section && { ...section, fit: best.fit, why: because };
  }
  const { hints } = activityIndex();
  const hint = terms.find(({ stem }) => hints.has(stem));
  const section = hint && hints.get(hint.stem);
  return (
    section && { ...section, fit: leastForSection, why: `because "${hint.written}" points to this section` }
  );
}

function notes(
  matches: readonly PhraseMatch<Suggested>[],
  sic: readonly SicChoice[],
  useClass: string | undefined,
  asked: boolean,
): string[] {
  const [best] = matches;
  const place = sic.length > 0 && best ? placeOf(best.phrase.subject) : undefined;
  const all = place?.none ? [place.none] : [];
  if (sic.length === 0 && !asked) {
    all.push('This says where something is done. Add what is done there to get a SIC code.');
  }
  if (useClass !== undefined && !asked && useClassQuestion(useClass) !== undefined) {
    all.push(
      `Use Class ${useClass} alone is never turned into a density; these are for what the premises are used for.`,
    );
  }
  return all;
}
