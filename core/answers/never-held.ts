/**
 * Things that Local Pound never holds although their words also occur in its knowledge, so that word
 * matching alone would be lucky: "phone number for Bradford Trident" shares a name with a real entry.
 */
export interface NeverHeld {
  readonly id: string;
  /** Completes "Local Pound holds no ...". */
  readonly what: string;
  /** Tried on lower-case text with plain quotes. Gaps are bounded, so matching stays linear. */
  readonly patterns: readonly RegExp[];
}

export const neverHeld: readonly NeverHeld[] = [
  {
    id: 'contact',
    what: 'contact or personal details of people or organisations',
    patterns: [
      /\b(phone|telephone|mobile|fax) (no|num|number|numbers)\b/,
      /\bcontact (details|info|information) (for|of)\b/,
      /\be-?mails? (address )?(of|for) (?!each|every|all|my|our|the supplier|supplier|a supplier|suppliers)/,
      /\b(home|postal|street) address (of|for)\b/,
      /\bwhere does .{1,40} live\b/,
      /\b\w+'s (number|address|email|e-mail|age|birthday|wife|husband|home)\b/,
      /\b(who is|who's|whos|name of|name) (the )?(current |new )?(ceo|chief exec\w*|chair\w*|boss|manager|head|leader|mp|mps|mayor) (of|at|for)\b(?! bristol)/,
      /^\W*(ceo|chief exec\w*|chair(man|woman|person)?|boss|leader|mp|mps) (of|at|for) \w+/,
      /\b(date of birth|how old (is|are) (?!.*(workforce|population|people|residents))|birthday|married|national insurance number of)\b/,
      /\bwhere can i (meet|see) \w+/,
      /\b(list|name|names of|who are|whos|who is|who's) (all )?(the |our |my |your )?(councillors?|trustees|board members|mps?|ward councillors?)\b/,
      /\b(how do i|how can i|how to|can you|could you|please) (contact|reach|ring|phone|call|email|get in touch with)\b/,
    ],
  },
  {
    id: 'pay-of-people',
    what: 'pay of named people or posts',
    patterns: [
      /\b(salary|salaries|paid|pay|earn|earns|earning|wage)\b.{0,30}\b(ceo|chief exec\w*|director|boss of|chair|mayor|leader of)\b/,
      /\b(ceo|chief exec\w*|director|chair|mayor)\b.{0,40}\b(salary|paid|earn|earns|get paid|pay)\b/,
      /\bwhat (wages?|salary|salaries|rents?) (does|do|did)\b|\bpay in rent\b/,
    ],
  },
  {
    id: 'price',
    what: 'prices, fees or charges',
    patterns: [
      /\bhow much (does|do|did|is|was|would|will) .{1,50} (cost|charge)\b/,
      /(?<!\b(lowest|best|cheapest|on|by|just|highest|house|property|home) )\b(price|prices|pricing|fee|fees|subscription|licence cost|price list|tariff)\b/,
      /\b(cost|rent|charge)s? (of|for) (hiring|renting|a room|a desk|a ticket|joining|a licence|lm3 online)\b/,
      /\bhow (cheap|expensive|dear)\b/,
      /\bwhat (does|do|did|will|would) (?!lm3|the framework).{1,40} charge\b/,
      /\bwho (sells|stocks)\b/,
      /^\W*(who is |whos |who's |what is |whats |what's )?(the |a )?(best|cheapest|good|decent|recommended|most reliable) .{1,30}\b(suppliers?|providers?|installers?|builders?|plumbers?|shops?|brands?|makers?|broadband|restaurants?|pubs?|hotels?)\b(?! (to|for|in) .{0,20}(framework|report|lm3))\W*(in .{1,20})?$/,
      /\b(house|property|home) prices? (in|near|around)\b/,
      /\bhow much (is|are|for) (a |an |the )?.{0,30}\b(memberships?|tickets?|hire|licence|to buy|to rent|to join)\b/,
      /\bhow much (do|does|would|will) (you|it|they|that) (charge|cost)\b/,
      /\b(cost|costs|charge|charges) (of|for) .{0,30}\b(licence|subscription|ticket|membership|hire)\b/,
    ],
  },
  {
    id: 'news',
    what: 'news, weather, timetables, opening hours or vacancies',
    patterns: [
      /\b(weather|forecast|rain|snow|tomorrow|tonight|yesterday|last night|this weekend)\b/,
      /\b(opening|closing) (hours|times|time)\b/,
      /\bwhat time (does|do|is|are)\b/,
      /\bwhen (does|do|is|are) .{1,40} (open|shut|close|closed)\b/,
      /\bopen (on|at|till|until|today|this|over) ?(mon|tue|wed|thu|fri|sat|sun|christmas|easter|bank|\d|night|week)?/,
      /\bwhen('s| is| are) the next\b/,
      /\b(train|bus|tram|flight|ferry)s? (time|times|timetable|from|to)\b/,
      /\b(jobs going|job vacanc\w+|(?<!shop |unit |shops )vacanc(y|ies)|any jobs at|apply for a job|(is|are) .{1,40} (hiring|recruiting)|recruiting at)\b/,
      /\b(latest|breaking) news\b/,
    ],
  },
  {
    id: 'funding',
    what: 'funding to apply for',
    patterns: [
      /\b(can|could|may) (i|we) (get|have|apply for|be given) (a |an |any |some )?(grant|funding|loan|money|cash)\b/,
    ],
  },
  {
    id: 'directions',
    what: 'directions or places to go',
    patterns: [
      /\b(near|nearest|(?<!(?:a|an|the) )nearby|close to|closest)\b(?! (to )?(the |our |service )*(users?|people who use))(?!.{0,40}\b(scor|criteri|award|supplier|provider)).{0,40}\b(to|town|hall|centre|station|me|royds|farm|here|car)?$/,
      /\b(directions to|where can i (park|eat|stay|buy|get)|place to (park|eat|stay)|car park)\b/,
      /\bhow (do|can) i get to\b/,
      /\bhow far is .{1,40} (from|to)\b/,
      /\bis .{1,40} (nice|safe|worth visiting|a good place)\b/,
    ],
  },
  {
    id: 'opinion',
    what: 'opinions or advice on how to vote, invest or sue',
    patterns: [
      /\bis .{2,40} (good or bad|right or wrong|any good|doing (a |an )?(good|bad|terrible|great) job)\b/,
      /\b(who is|who's|whos) (the )?(best|worst) (mp|mayor|councillor|party|council leader)\b/,
      /\b(should|shall) (i|we) vote\b(?! on)/,
      /\bshould (i|we) (sue|take .{1,40} to court)\b/,
      /\b(who|whom) (should|shall|do) i vote\b/,
      /\bshould i (buy|invest in|sell)\b/,
      /\bvote for (labour|tory|tories|green|reform|the)\b/,
    ],
  },
  {
    id: 'survey-answers',
    what: 'answers that suppliers gave in a survey',
    patterns: [
      /\bwhat did .{1,50} (put|say|answer|reply|write|tell us|tell you)\b.{0,30}\b(survey|reply|form|questionnaire|answers?)\b/,
      /\b(which|what) (supplier|firm|company|business)\b.{0,40}\b(gave|answered|told|said|replied)\b/,
    ],
  },
  {
    id: 'other-multipliers',
    what: 'multipliers of economics other than LM3 and LM2',
    patterns: [
      /\b(keynes\w*|fiscal|money|monetary|gdp|domestic product|export|tax|investment|banking|government( spending)?) multipliers?\b/,
    ],
  },
  {
    id: 'users',
    what: 'numbers of users of one year, sizes of things, or data on single tenants',
    patterns: [
      /\bhow many (?!.*\b(we|our|us)\b).{1,60}\blast (year|month|week|summer|winter)\b/,
      /\bhow (tall|heavy)\b/,
      /\b(list|names?)( of)? (all )?(the )?tenants (of|at)\b|\bfloor ?space (of|at) .{1,40}\btenants\b/,
    ],
  },
  {
    id: 'sroi-ratios',
    what: 'SROI ratios of organisations; it has LM3 scores and enabled contribution',
    patterns: [/\bsroi (ratio|score|figure|value|number|result)s? (for|of|at)\b/],
  },
  {
    id: 'arithmetic',
    what: 'general arithmetic or conversion of units; it works out LM3 and local re-spend only',
    patterns: [
      /\bconvert \d/,
      /^\W*(what is|whats|what's)? ?\d+(\.\d+)? ?(%|percent|per cent) of \d+\W*$/,
      /\d ?(times|x|\*|plus|minus|\+|divided by|multiplied by|squared) ?\d/,
      /\b(square|cube) root\b/,
      /\b(net present value|npv|payback period)\b/,
      /\b(km|kilometres?|miles?|metres?|feet|kg|pounds?|celsius) (to|in|into) (km|kilometres?|miles?|metres?|feet|kg|pounds|stone|fahrenheit|euros?|dollars?)\b/,
    ],
  },
  {
    id: 'rates-by-law',
    what: 'rates set by law or by markets, such as taxes, benefits, minimum wages and interest',
    patterns: [
      /\b(interest|inflation|mortgage|exchange|base) rates?\b|\b(stock market|share price|bitcoin|crypto)\b/,
      /\b(what|whats|how high|how much)\b.{0,12}\b(inflation|gdp)\b(?! of the report)/,
      /\b(gdp|inflation) (of|in) (the )?[a-z]+/,
      /\b(minimum|living) wage (rate|for|20\d\d|\d)|\b(what is|what's|whats|how much is) the (national |real )?(minimum|living) wage\b|\b(minimum|living) wage\b.{0,20}\b20\d\d\b/,
      /\b(corporation|capital gains|council|inheritance|income) tax (rates?|bands?|allowance|threshold)\b/,
      /\b(pension|retirement|recommended|school leaving|driving) age\b/,
      /\b(tax|vat)( registration)? (rates?|allowance|thresholds?|code)\b/,
      /\b(claim|apply for|entitled to) (?!credit).{0,30}\b(benefits?|(universal|pension|tax|child) credits?|allowance|pension)\b/,
      /\b(what is|whats|what's) (a |the )?(universal|pension|tax) credit\b/,
    ],
  },
  {
    id: 'other-countries',
    what: 'procurement law of other countries',
    patterns: [
      /\b(procure\w*|tender\w*|thresholds?|reserved?)\b.{0,60}\b(france|germany|spain|italy|poland|the netherlands|usa|america|australia|canada|(?<!northern )ireland)\b/,
    ],
  },
  {
    id: 'tasks',
    what: 'way of writing, finding, booking, ordering or translating things',
    patterns: [
      /\b(write|compose|draft|make up|sing) (me )?(a|an|some|my) (poem|song|story|joke|essay|speech|letter|email|haiku|rap|limerick|press release|cv)\b/,
      /\b(write|draft) (me|us) (a|an|our|my|the|some)\b/,
      /\b(recipes?|ingredients|lyrics|crossword|horoscope) (for|of|to)\b|\brecipe\b/,
      /\bfind (me|us) (a|an|some|any)? ?(tenders?|contracts?|grants?|funders?)\b/,
      /\b(tell|say) (me |us )?(a|another) (joke|story|riddle)\b/,
      /\b(translate|book me|book a|order me|order a|remind me|send (an|a|the|this))\b/,
      /\b(write|draft|complete|fill in|submit|finish) (me |us )?(a|an|our|my|the) (tender|bid|funding|grant|proposal|application)\b/,
      // Contracts are reserved too, and those questions are answered.
      /\breserve (me|us|my|(a|an|the) (table|room|seat|place|desk|space|spot|ticket|car|hall|court|pitch|slot|van|bus))\b/,
      /\bignore (all |your |any |the )*(previous |prior |earlier )*(instructions|rules|prompts?)\b/,
    ],
  },
];

/** The first thing never held that the question asks for. */
export function askedForNeverHeld(question: string): NeverHeld | undefined {
  const text = question
    .toLowerCase()
    .replace(/[\u2018\u2019`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  return neverHeld.find(({ patterns }) => patterns.some((pattern) => pattern.test(text)));
}
