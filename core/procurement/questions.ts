import { type RouteCase, unknown } from './case.ts';

/** One of the ten questions, or a further one that a single rule asks. */
export interface Question {
  /** The field of the case that the answer goes into. */
  readonly field: keyof RouteCase & string;
  readonly ask: string;
  readonly help: string;
  readonly kind: 'one' | 'some' | 'number' | 'money' | 'date' | 'code' | 'yesNo';
  readonly choices: readonly { readonly value: string; readonly words: string }[];
}

const choice = (value: string, words: string) => ({ value, words });
const none = [] as const;

/** The questions in the order they are asked. All take "do not know" for an answer. */
export const questions: readonly Question[] = [
  {
    field: 'nation',
    ask: 'Where is the buyer?',
    help: 'Local Pound answers in full for England; for the others it says what is different.',
    kind: 'one',
    choices: [
      choice('england', 'England'),
      choice('wales', 'Wales'),
      choice('scotland', 'Scotland'),
      choice('ni', 'Northern Ireland'),
    ],
  },
  {
    field: 'buyer',
    ask: 'Who is buying?',
    help: 'A best value authority is a county, district, unitary, borough or combined authority, or a police or fire authority.',
    kind: 'one',
    choices: [
      choice('best_value_authority', 'a council or other best value authority'),
      choice('parish_council', 'a parish or town council'),
      choice('central_government', 'central government'),
      choice('nhs_body', 'an NHS body'),
      choice('school', 'a school'),
      choice('other_subcentral', 'another public body'),
    ],
  },
  {
    field: 'startDate',
    ask: 'When did, or will, the first notice or approach go out?',
    help: 'The date decides which law applies. Write it as YYYY-MM-DD; leave it empty for today.',
    kind: 'date',
    choices: none,
  },
  {
    field: 'instrument',
    ask: 'What is the money for?',
    help: 'A grant supports their own work; a contract pays for a service to you; in a concession they earn from users.',
    kind: 'one',
    choices: [
      choice('contract', 'a contract: a service, goods or works for us'),
      choice('grant', 'a grant: their own work'),
      choice('land', 'land or a building'),
      choice('concession', 'a concession: they earn from users'),
      choice('unsure', 'grant or contract, not sure which'),
    ],
  },
  {
    field: 'service',
    ask: 'Which kind is it?',
    help: 'Light touch services are social, health, education, cultural, community and similar services listed by code.',
    kind: 'one',
    choices: [
      choice('psr_health', 'health care for individuals'),
      choice('light_touch', 'a light touch service'),
      choice('other_services', 'another service'),
      choice('goods', 'goods'),
      choice('works', 'building works'),
    ],
  },
  {
    field: 'cpv',
    ask: 'What is its CPV code, if you know it?',
    help: 'Eight digits. The code decides whether a service is light touch and can be reserved.',
    kind: 'code',
    choices: none,
  },
  {
    field: 'value',
    ask: 'What is the most that could be paid over its whole life, with VAT, extensions and linked needs?',
    help: 'For example 400000, or 400000 ex VAT. For a concession: what the provider could earn.',
    kind: 'money',
    choices: none,
  },
  {
    field: 'market',
    ask: 'Who could do it?',
    help: 'What you know, not whom you would like.',
    kind: 'one',
    choices: [
      choice('one_capable', 'only one provider'),
      choice('existing_satisfactory', 'the existing provider, who does well'),
      choice('best_known', 'several, one of them known to be the best'),
      choice('several', 'several'),
    ],
  },
  {
    field: 'special',
    ask: 'Is any of these so?',
    help: 'Several may be.',
    kind: 'some',
    choices: [
      choice('urgent_unforeseeable', 'it is urgent and nobody could foresee it'),
      choice('individual_choice', 'one person chooses their own provider'),
      choice('patient_choice', 'patients choose their provider'),
      choice('failed_competition', 'a competition brought no suitable bid'),
      choice('foreseen_repeat', 'an earlier notice foresaw these repeat services'),
      choice('none', 'none of these'),
    ],
  },
  {
    field: 'target',
    ask: 'Which kind of provider do you hope can compete?',
    help: 'VCSE: a voluntary, community or social enterprise. SME: a small or medium-sized firm.',
    kind: 'one',
    choices: [
      choice('vcse', 'voluntary, community or social enterprises'),
      choice('sme', 'small and medium-sized firms'),
      choice('employee_mutual', 'employee-controlled mutuals'),
      choice('supported_employment', 'supported employment providers'),
      choice('any', 'any'),
    ],
  },
  {
    field: 'design',
    ask: 'What shape will it have?',
    help: 'Several may apply.',
    kind: 'some',
    choices: [
      choice('pilot', 'a pilot of something new'),
      choice('innovation_then_buy', 'develop something, then buy it'),
      choice('joined_up', 'several providers working as one'),
      choice('repeat_callofs', 'repeated orders under one agreement'),
      choice('open_list', 'a list that new providers can join at any time'),
      choice('standard', 'none of these'),
    ],
  },
  {
    field: 'local',
    ask: 'Do you want to limit it by place?',
    help: 'A limit has to be decided before anyone is invited.',
    kind: 'one',
    choices: [
      choice('local_area', 'to our area'),
      choice('uk', 'to the United Kingdom'),
      choice('none', 'no limit'),
    ],
  },
  {
    field: 'localCount',
    ask: 'How many capable providers are there in the area?',
    help: 'A number. National firms with a real branch there count.',
    kind: 'number',
    choices: none,
  },
  yesNo(
    'existingProvider',
    'Does that provider supply the service already?',
    'Direct award process A is for existing providers only.',
  ),
  yesNo(
    'considerableChange',
    'Would the new contract change considerably?',
    'Different in character, or changed by your decision by at least £500,000 and at least 25%.',
  ),
  yesNo(
    'safetyRisk',
    'Would delay risk the safety of patients or the public?',
    'An urgent health award needs this.',
  ),
  yesNo(
    'missionBody',
    'Was the body mission-led, with its users, staff or stakeholders in control?',
    'Asked for old reserved contracts only.',
  ),
  yesNo(
    'workforce30',
    'Was at least 30% of its workforce disabled or disadvantaged?',
    'Asked for old reserved contracts only.',
  ),
];

function yesNo(field: Question['field'], ask: string, help: string): Question {
  return { field, ask, help, kind: 'yesNo', choices: [choice('yes', 'yes'), choice('no', 'no')] };
}

/** The words of an answer, as the question offers it. */
export function answerWords(field: string, value: string): string {
  if (value === unknown) return 'do not know';
  const question = questions.find((candidate) => candidate.field === field);
  return question?.choices.find((candidate) => candidate.value === value)?.words ?? value;
}
