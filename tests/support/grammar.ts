const NOUNS =
  'children|assessments|audits|challenges|forms|contacts|enquiries|episodes|plans|recommendations|referrals|reports|workers|posts|days|hours|minutes|points|actions|months|cases|rows|files|fields|tables|measures|answers|promises|spellings|roles|lists|clinics|checks|things|loads'
const FAULTS: readonly [string, RegExp][] = [
  ['one of a plural', new RegExp(`(?<![\\d,.])1 (?:[a-z-]+ )?(?:${NOUNS})\\b`)],
  [
    'many of a singular',
    /(?<![\d,.])(?:0|[2-9]|[1-9][\d,]*\d) (?:child|enquiry|day|hour|worker|plan|referral|assessment|row|action|answer|promise|month|measure|field|table|list|clinic)\b/,
  ],
  ['one with a plural verb', /(?:^|[^\d.,] )1 (?:[a-z]+ )?(?:are|were|have|differ)\b/],
  ['a plural verb before one', /\b(?:are|were) 1(?![\d,.]*\d)(?! of| out of)/],
  ['these one', /\b(?:these|those) 1\b|\bof 1 (?:children|rows|records)\b|[Ee]very one of 1 /],
  ['nought of none', /\b0 of no\b/],
  ['a word for nothing', /undefined|null|NaN|Infinity|\[object/],
  ['a dash or a mark with a unit', /[–c] (?:children|hours|days|workers)/],
  ['doubled spaces or stops', / {2}|\.\.|\. \./],
  ['money by the thousand twice', /k in k\b|£[\d,]+k/],
]

/** What is wrong with a sentence: a number and a noun that disagree, a part larger than its whole, a word for nothing. */
export function grammarFaults(text: string): string[] {
  const found = FAULTS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name)
  for (const [, part = '', whole = ''] of text.matchAll(
    /(?<![\d,.])([\d,.]*\d) of ([\d,.]*\d)\b(?! in the outer)/g,
  )) {
    if (Number(part.replaceAll(',', '')) > Number(whole.replaceAll(',', '')))
      found.push('a part over its whole')
  }
  return found
}
