import { figureOf, type Said } from './claim.ts'

const CHANGING: Readonly<Record<string, string>> = {
  Worsening: 'worsening',
  Improving: 'improving',
  Steady: 'steady',
  'Higher than usual': 'higher',
  'Lower than usual': 'lower',
  'Too few points': 'no verdict',
  'No limits': 'no verdict',
}
export const MEETING = new Set(['Will miss', 'Hit or miss', 'Will meet', 'Not met', 'Met'])

const SENTENCES: readonly (readonly [RegExp, string, string])[] = [
  [/(?:^|\. )Steady: inside|\bNo real change\b|inside its usual range/, 'changing', 'steady'],
  [/(?:^|\. )Worse: |real change for the worse/, 'changing', 'worsening'],
  [/(?:^|\. )Better: |real improvement/, 'changing', 'improving'],
  [/(?:^|\. )Higher than usual: /, 'changing', 'higher'],
  [/(?:^|\. )Lower than usual: /, 'changing', 'lower'],
  [/so there are no limits|that there are no limits|needed for a trend/, 'changing', 'no verdict'],
  [/It will stay (?:above|below) \S+ unless/, 'meeting', 'Will miss'],
  [/(?:is|by) luck|luck decides|about half of months will miss/, 'meeting', 'Hit or miss'],
  [/(?:Below|Above) the target of/, 'meeting', 'Not met'],
  [/It meets the target of/, 'meeting', 'Met'],
]

export const wordClaims = (id: string, text: string): Said[] => [
  ...(CHANGING[text] ? [[`${id} changing`, CHANGING[text]] as const] : []),
  ...(MEETING.has(text) ? [[`${id} meeting`, text] as const] : []),
]

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

const AMOUNT = '£?\\d(?:[\\d.,]*\\d)?%?k?'
const RANGE = new RegExp(
  `usual (?:range of )?(${AMOUNT}) to (${AMOUNT})|where (${AMOUNT}) to (${AMOUNT}) is usual`,
)

export function sentenceClaims(id: string, text: string): Said[] {
  const range = RANGE.exec(text)
  const target = /target (?:of )?(£?[\d.,]*\d%?k?)/.exec(text)
  const counts = [...text.matchAll(/(?:^|\. )([\d,]+) of ([\d,]+) in (\w+)\b/g)]
  return [
    ...SENTENCES.flatMap(([pattern, about, says]): Said[] =>
      pattern.test(text) ? [[`${id} ${about}`, says]] : [],
    ),
    ...(range ? [[`${id} usual range`, `${range[1] ?? range[3]} to ${range[2] ?? range[4]}`] as const] : []),
    ...(target ? [[`${id} target`, target[1]!] as const] : []),
    ...counts.flatMap(([, part, whole, month]): Said[] =>
      MONTHS.includes(month!)
        ? [[`${id} counts in ${month}`, `${figureOf(part!)} of ${figureOf(whole!)}`]]
        : [],
    ),
  ]
}
