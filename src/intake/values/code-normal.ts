import type { Code } from '../../standards/code-set.ts'
import { isQualifier } from './code-qualifier.ts'
import { wordsOf } from './code-text.ts'

/**
 * A set's known spellings in a form in which ways of writing them are alike: no articles, words in the singular, usual
 * abbreviations written out. A form that two codes have is null: it decides nothing.
 */
export interface NormalForms {
  whole: ReadonlyMap<string, Code | null>
  /** The words in the order of their letters, of spellings in which no word turns another round. */
  inAnyOrder: ReadonlyMap<string, Code | null>
  /** What a text that was cut off is the beginning of. */
  spellings: readonly (readonly [words: string, code: Code])[]
  vocabulary: ReadonlySet<string>
}

const ARTICLES = new Set(['the', 'a', 'an'])

/** What people write short, whatever the set. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  accom: 'accommodation',
  accomm: 'accommodation',
  adopt: 'adoption',
  asst: 'assistant',
  assmt: 'assessment',
  auth: 'authority',
  cp: 'child protection',
  cin: 'child in need',
  dept: 'department',
  dis: 'disability',
  educ: 'education',
  emerg: 'emergency',
  emp: 'employment',
  govt: 'government',
  gp: 'general practitioner',
  hv: 'health visitor',
  incl: 'including',
  indep: 'independent',
  indiv: 'individual',
  la: 'local authority',
  org: 'organisation',
  plcmt: 'placement',
  prof: 'professional',
  reg: 'registered',
  rel: 'relative',
  res: 'residential',
  resi: 'residential',
  svc: 'service',
  svcs: 'service',
  sw: 'social worker',
  yp: 'young person',
}

const singular = (word: string): string => {
  if (word.length < 4 || /(?:ss|us|is|\d)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** Signs that set another thing beside what is before them. */
const SIGNS = /[/\\;|]/g

const normalWords = (text: string): string[] =>
  wordsOf(text.replaceAll(SIGNS, ' or '))
    .split(' ')
    .flatMap((word) => (ABBREVIATIONS[word] ?? word).split(' '))
    .filter((word) => !ARTICLES.has(word))
    .map(singular)

export function normalFormsOf(spellings: readonly (readonly [text: string, code: Code])[]): NormalForms {
  const whole = new Map<string, Code | null>()
  const inAnyOrder = new Map<string, Code | null>()
  const vocabulary = new Set<string>()
  const put = (map: Map<string, Code | null>, form: string, code: Code) => {
    const known = map.get(form)
    map.set(form, known === undefined || known?.code === code.code ? code : null)
  }
  for (const [text, code] of spellings) {
    const words = normalWords(text)
    put(whole, words.join(' '), code)
    if (words.length > 1 && !words.some(isQualifier)) put(inAnyOrder, words.toSorted().join(' '), code)
    for (const word of words) vocabulary.add(word)
  }
  return {
    whole,
    inAnyOrder,
    spellings: spellings.map(([text, code]) => [wordsOf(text), code] as const),
    vocabulary,
  }
}

/** The code whose spelling a text is but for how it is written; undefined where none is, or two are. */
export function byNormalForm(forms: NormalForms, text: string): Code | undefined {
  const words = normalWords(text).map((word) => withoutSlip(word, forms.vocabulary))
  const whole = forms.whole.get(words.join(' '))
  if (whole !== undefined) return whole ?? undefined
  if (words.some(isQualifier)) return undefined
  return forms.inAnyOrder.get(words.toSorted().join(' ')) ?? undefined
}

/** Shorter texts are not the beginning of something longer. */
const MIN_CUT = 20

/** A text that stops where a word does may be all that somebody wrote. */
const BREAKS_OFF = /(?:\.{2,}|…)\s*$/

/**
 * Of what codes a text is the cut-off beginning of a spelling. None where it is of several and ends with a word of theirs:
 * it is then words like others.
 */
export function cutOffFrom({ spellings }: NormalForms, text: string): Code[] {
  const words = wordsOf(text)
  if (words.length < MIN_CUT) return []
  const begun = spellings.filter(([own]) => own.startsWith(words) && own !== words)
  const found = [...new Map(begun.map(([, code]) => [code.code, code])).values()]
  const isWhole = !BREAKS_OFF.test(text) && begun.some(([own]) => own[words.length] === ' ')
  return found.length > 1 && isWhole ? [] : found
}

/** Shorter words differ by a letter and are another word. */
const MIN_LONG = 6

/**
 * A long word that is one slip away from a single known one, a letter more, fewer, another or changed about, is that. The
 * last letter is no slip: an adopter is not adopted.
 */
function withoutSlip(word: string, vocabulary: ReadonlySet<string>): string {
  if (word.length < MIN_LONG || vocabulary.has(word) || /\d/.test(word) || isQualifier(word)) return word
  const near = [...vocabulary].filter(
    (known) =>
      known.length >= MIN_LONG - 1 &&
      known[0] === word[0] &&
      known.at(-1) === word.at(-1) &&
      !isQualifier(known) &&
      isOneSlip(word, known),
  )
  return near.length === 1 ? near[0]! : word
}

function isOneSlip(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false
  let start = 0
  while (start < left.length && left[start] === right[start]) start += 1
  const rest = (text: string, more: number) => text.slice(start + more)
  if (left.length > right.length) return rest(left, 1) === rest(right, 0)
  if (left.length < right.length) return rest(left, 0) === rest(right, 1)
  if (rest(left, 1) === rest(right, 1)) return true
  return (
    left[start] === right[start + 1] && left[start + 1] === right[start] && rest(left, 2) === rest(right, 2)
  )
}
