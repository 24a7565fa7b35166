import { expect, test } from 'vitest'
import { codeSetNames, codeSetOf } from '../../standards/code-sets.ts'
import type { Code, CodeSet } from '../../standards/code-set.ts'
import { codeIndexOf, knownSpellings } from './code-index.ts'
import { matchCode } from './code-match.ts'
import { withoutOrderMark, wordsOf } from './code-text.ts'

const NEGATED: readonly ((spelling: string) => string)[] = [
  (spelling) => `Not ${spelling}`,
  (spelling) => `not ${spelling.toLowerCase()}`,
  (spelling) => `NO ${spelling.toUpperCase()}`,
  (spelling) => `No - ${spelling}`,
  (spelling) => `no) ${spelling}`,
  (spelling) => `(not) ${spelling}`,
  (spelling) => `Non ${spelling}`,
  (spelling) => `non-${spelling}`,
  (spelling) => `Never ${spelling}`,
  (spelling) => `Is not ${spelling}`,
  (spelling) => `Isn't ${spelling}`,
  (spelling) => `Not considered ${spelling}`,
  (spelling) => `not deemed ${spelling}`,
  (spelling) => `Child is not considered to be ${spelling}`,
  (spelling) => `Neither ${spelling}`,
  (spelling) => `Without ${spelling}`,
  (spelling) => `Other than ${spelling}`,
  (spelling) => `${spelling} - no`,
  (spelling) => `${spelling}: not`,
  (spelling) => `${spelling} is not considered`,
  (spelling) => `${spelling} was never the case`,
]

const JOINED: readonly ((left: string, right: string) => string)[] = [
  (left, right) => `${left} and ${right}`,
  (left, right) => `${left} or ${right}`,
  (left, right) => `${left} & ${right}`,
  (left, right) => `${left} / ${right}`,
  (left, right) => `${left}/${right}`,
  (left, right) => `${left} + ${right}`,
  (left, right) => `${left}; ${right}`,
]

const spellingsOf = (code: Code) => [...new Set([code.code, ...knownSpellings(code)])]

/** A spelling that the set itself knows for the code decides, whatever words it has. */
const isKnown = (set: CodeSet, { code }: Code, text: string): boolean => {
  const { written, alone } = codeIndexOf(set)
  return [text, withoutOrderMark(text)]
    .map(wordsOf)
    .some((words) => written.get(words)?.code === code || alone.get(words)?.code === code)
}

const readAs = (set: CodeSet, text: string): string | undefined => matchCode(set, text)?.code.code

/** Of many the first, and how many. */
function report(found: readonly string[]): string[] {
  return found.length > 40 ? [...found.slice(0, 40), `and ${found.length - 40} more`] : [...found]
}

test.each(codeSetNames())('in %s no negation of a spelling is read as the spelling', (name) => {
  const set = codeSetOf(name)
  const wrong: string[] = []
  for (const code of set.codes) {
    for (const text of spellingsOf(code).flatMap((spelling) => NEGATED.map((negate) => negate(spelling)))) {
      if (readAs(set, text) === code.code && !isKnown(set, code, text)) wrong.push(`${text} -> ${code.code}`)
    }
  }
  expect(report(wrong)).toEqual([])
})

test.each(codeSetNames())('in %s two codes joined are read as neither', (name) => {
  const set = codeSetOf(name)
  const wrong: string[] = []
  for (const left of set.codes) {
    for (const right of set.codes.filter(({ code }) => code !== left.code)) {
      for (const [nth, one] of spellingsOf(left).entries()) {
        const others = spellingsOf(right)
        const other = others[nth % others.length]!
        const join = JOINED[(nth + set.codes.indexOf(left) + set.codes.indexOf(right)) % JOINED.length]!
        for (const text of [join(one, other), join(other, one)]) {
          const read = readAs(set, text)
          const isEither = read === left.code || read === right.code
          if (isEither && !isKnown(set, left, text) && !isKnown(set, right, text))
            wrong.push(`${text} -> ${read}`)
        }
      }
    }
  }
  expect(report(wrong)).toEqual([])
})

test.each([
  ['suitability', 'Accommodation is not considered suitable', 'yes'],
  ['suitability', 'not deemed suitable', 'yes'],
  ['suitability', 'non suitable', 'yes'],
  ['suitability', 'No - suitable', 'yes'],
  ['placement_type', 'Hostel, not Reg Children’s Home', 'K2'],
  ['reason_ceased_looked_after', 'Not adopted', 'E11'],
  ['reason_for_closure', 'Not adopted', 'RC1'],
  ['ethnicity', 'Indian & Pakistani', 'APKN'],
  ['ethnicity', 'White British & Pakistani', 'WOTH'],
  ['primary_need', 'N1; N4', 'N1'],
])('in %s "%s" is not %s', (name, text, code) => {
  expect(readAs(codeSetOf(name), text)).not.toBe(code)
})
