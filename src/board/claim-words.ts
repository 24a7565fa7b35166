/** Words that claim a number, a share, a place or a course without a digit. */
interface Claim {
  start: number
  end: number
  text: string
}

const ONES = 'two|three|four|five|six|seven|eight|nine'
const TEENS = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
const LARGE = 'hundreds?|thousands?|millions?|dozens?'
/** A number in words but "one", which is an article as often. */
const NUMBER = `(?:(?:${TENS})(?:[- ](?:one|${ONES}))?|${TEENS}|${ONES})(?: (?:hundred|thousand|million))?(?: and (?:${TENS}|${TEENS}|${ONES})(?:[- ](?:one|${ONES}))?)?`
const PARTS = '(?:third|quarter|fifth|sixth|eighth|tenth)'
const SIZES = 'best|worst|highest|lowest|largest|smallest|biggest|fastest|slowest|strongest|weakest|fewest'
/** "The best start in life", "in the best interests of", "best practice in" rank nobody. */
const NO_RANK = 'interests?|practices?|start|way|use|place|endeavours?|of'
const MEASURED_BY =
  '(?:the )?(?:England|English|national|regional|statistical|neighbour\\w*|similar|comparable|most|other (?:councils|authorities)|average|mean|median|target|usual|last (?:month|quarter|year)|a year (?:ago|earlier)|previous|that of|its target|our target|its average)'
const COURSE =
  'rose|risen|increased|grew|grown|climbed|jumped|fell|fallen|dropped|decreased|declined|dipped|reduced|improved|worsened'
const COURSE_NOW = 'rising|increasing|growing|falling|decreasing|improving|worsening'

/** Each finds one kind of claim, wherever it stands in a sentence. */
const CLAIMS: readonly RegExp[] = [
  // Ratios and fractions come first, so that "three in four" is one claim and not two.
  new RegExp(`\\b(?:one|${NUMBER}) (?:in|out of) (?:every )?(?:${NUMBER}|\\d+)\\b`, 'giu'),
  new RegExp(
    `\\b(?:one|${NUMBER})[- ]${PARTS}s?\\b(?! (?:meeting|year|time|of (?:January|February|March|April|May|June|July|August|September|October|November|December)))`,
    'giu',
  ),
  new RegExp(`\\ba ${PARTS}(?= of\\b)`, 'giu'),
  /\b(?:by |in )?(?<!first |second |other |latter )half\b(?= (?:of|the|all|our|their|its|as)\b|[,.;]|$)(?<!better half)/giu,
  /\b(?:more than |nearly |almost |well over |about )?(?:doubl|tripl|trebl|quadrupl|halv)(?:ed|ing|es)\b/giu,
  /\b(?:twice|double|triple|half|three times|four times|five times|ten times)(?= (?:as|the|that|what|those)\b)/giu,
  /\b(?:two|three|four|five|ten)-?fold\b/giu,
  /\b(?:the )?(?:vast |great |overwhelming )?majority of\b/giu,
  /\b(?:nearly|almost|virtually|practically) (?:all|every|none|no)\b/giu,
  // Places among others.
  new RegExp(
    `\\b(?:${SIZES})(?: (?!(?:${NO_RANK})\\b)[\\p{L}’'-]+){0,2} (?:in|across|among|nationally|regionally|ever|since|on record)\\b(?: (?:the |our )?[\\p{L}’'-]+)?`,
    'giu',
  ),
  /\b(?:top|bottom) (?:quartile|quarter|third|half|ten|five|decile)\b/giu,
  /\b(?:record (?:high|low|number)|second to none|outperform(?:s|ed|ing)?)\b/giu,
  // Held against others or against another time.
  new RegExp(
    `\\b(?:(?:well|far|just|slightly|significantly|much|comfortably|consistently|still) )?(?:above|below|higher than|lower than|better than|worse than|more than|fewer than|less than|ahead of|behind|in line with|on a par with|up on|down on) ${MEASURED_BY}\\b`,
    'giu',
  ),
  // What a figure does, where no figure says it.
  new RegExp(
    `\\bremain(?:s|ed)? (?:too |very |stubbornly |consistently )?(?:high|low|steady|stable|unchanged)\\b`,
    'giu',
  ),
  new RegExp(
    `(?<!\\b(?:a|an|the|our|their|its|be|to be|of|with|and) )\\b(?:not |never )?(?:yet )?(?:been )?(?:${COURSE})\\b`,
    'giu',
  ),
  new RegExp(
    `\\b(?<!(?:that|who|which) )(?:is|are|was|were|been|keeps?|kept) (?:not )?(?:still )?(?:${COURSE_NOW})\\b`,
    'giu',
  ),
  // Counts.
  new RegExp(`\\b(?:${LARGE}) of\\b|\\b(?:a|several) (?:hundred|thousand|million|dozen)\\b`, 'giu'),
  new RegExp(`(?<![\\w-])${NUMBER}(?![\\w-])`, 'giu'),
]

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'

/** Number words that count nothing: parts, rules, times of day, and what the sentence has named just before. */
const NO_CLAIMS: readonly RegExp[] = [
  // What follows is listed, so that anybody can count it; and the scale of Ofsted is four grades.
  new RegExp(`\\b(?:${NUMBER})(?= (?:[\\p{L}’'-]+ ?){1,4}:)`, 'giu'),
  /\b(?:Ofsted’s |the )?four (?=(?:Ofsted )?(?:grades|judgements)\b)/giu,
  new RegExp(`\\bwithin (?:one|${NUMBER}) (?:working days?|days?|hours?|weeks?|months?)\\b`, 'giu'),
  new RegExp(
    `\\b(?:day|section|action|recommendation|part|item|paragraph|page|clause|figure|table|stage|version|draft|phase|level|tier|year|step|group|chapter) (?:one|${NUMBER})\\b`,
    'giu',
  ),
  new RegExp(
    `\\b(?:the|these|those|all|both) (?:${ONES})(?= (?:of (?:us|them|these)|are|is|were|was|say|will|have|meet|agree)\\b|[,.;:)]|$)`,
    'giu',
  ),
  new RegExp(`\\b(?:at|by|from|until|before) (?:${NUMBER}) (?:o['’]clock|(?:on|this) )`, 'giu'),
  new RegExp(
    `\\b(?:one|two)-to-(?:one|two)\\b|\\bto (?:rise|fall|grow|halve|double)\\b|\\b(?:twenty-four|twenty four) hours a day\\b`,
    'giu',
  ),
  new RegExp(`\\b(?:${NUMBER}) (?:${MONTHS})\\b`, 'giu'),
]

/** Every claim in words in a text without references, in order; of two that overlap the first in the list. */
export function claimWords(text: string): Claim[] {
  let bare = NO_CLAIMS.reduce(blankOut, text)
  const found: Claim[] = []
  for (const pattern of CLAIMS) {
    for (const match of bare.matchAll(pattern))
      found.push({ start: match.index, end: match.index + match[0].length, text: match[0] })
    bare = blankOut(bare, pattern)
  }
  return found.toSorted((a, b) => a.start - b.start)
}

const blankOut = (text: string, pattern: RegExp): string =>
  text.replace(pattern, (found) => '\uFFFC'.repeat(found.length))
