import { codeSetNames, codeSetOf } from '../../src/standards/code-sets.ts'
import { codeIndexOf } from '../../src/intake/values/code-index.ts'
import { wordsOf } from '../../src/intake/values/code-text.ts'

/** One way in which people and case systems write a code's label otherwise than the standard does. */
const WAYS: Readonly<Record<string, (label: string, code: string) => readonly string[]>> = {
  'code before': (label, code) => [
    `${code} ${label}`,
    `${code} - ${label}`,
    `${code}: ${label}`,
    `${code}. ${label}`,
  ],
  'code after': (label, code) => [`${label} (${code})`, `${label} [${code}]`, `${label} ${code}`],
  signs: (label) => [
    label.split(/\s+/).join('_'),
    label.split(/\s+/).join('-'),
    `${label.toUpperCase()}.`,
    label.replaceAll(/[’']/g, ''),
  ],
  ampersand: (label) => [label.replaceAll(/ and /g, ' & '), label.replaceAll(/ ?& ?/g, ' and ')],
  article: (label) => [`The ${label.toLowerCase()}`],
  number: (label) => [label.endsWith('s') ? label.slice(0, -1) : `${label}s`],
  slip: (label) => {
    const [longest = ''] = label.split(/\s+/).toSorted((a, b) => b.length - a.length)
    if (longest.length < 6) return []
    const middle = Math.floor(longest.length / 2)
    const before = middle - 1
    const swapped = longest.slice(0, before) + longest[middle] + longest[before] + longest.slice(middle + 1)
    return [
      label.replace(longest, swapped),
      label.replace(longest, longest.slice(0, middle) + longest.slice(middle + 1)),
    ]
  },
  'cut off': (label) => (label.length > 26 ? [label.slice(0, 25), `${label.slice(0, 30)}...`] : []),
  order: (label) => {
    const words = label.split(/\s+/)
    return words.length === 2 ? [`${words[1]}, ${words[0]}`] : []
  },
  abbreviation: (label) =>
    SHORT.filter(([long]) => long.test(label)).map(([long, short]) => label.replace(long, short)),
}

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\blocal authority\b/i, 'LA'],
  [/\bsocial worker\b/i, 'SW'],
  [/\bchild protection\b/i, 'CP'],
  [/\bhealth visitor\b/i, 'HV'],
  [/\bdepartment\b/i, 'Dept'],
  [/\bassessment\b/i, 'Assmt'],
  [/\baccommodation\b/i, 'Accomm'],
  [/\bindependent\b/i, 'Indep'],
  [/\bemergency\b/i, 'Emerg'],
  [/\bresidential\b/i, 'Resi'],
  [/\bregistered\b/i, 'Reg'],
]

interface UnseenSpelling {
  set: string
  way: string
  text: string
  /** Every code that has the label. */
  codes: readonly string[]
}

/** Spellings that no standard has, of every code with words: none that is another code's, or two codes' at once. */
export function unseenSpellings(): UnseenSpelling[] {
  return codeSetNames().flatMap((name) => {
    const set = codeSetOf(name)
    if (set.open) return []
    const made = set.codes
      .filter(({ code, label }) => label !== '' && wordsOf(label) !== wordsOf(code))
      .flatMap(({ code, label }) =>
        Object.entries(WAYS).flatMap(([way, write]) =>
          write(label, code)
            .filter((text) => text !== label)
            .map((text) => ({ set: name, way, text, label })),
        ),
      )
    const labels = Map.groupBy(made, ({ text }) => wordsOf(text))
    const { written } = codeIndexOf(set)
    return made.flatMap(({ label, ...spelling }) => {
      const own = written.get(wordsOf(spelling.text))
      const isOne = new Set(labels.get(wordsOf(spelling.text))!.map((other) => other.label)).size === 1
      const codes = set.codes.flatMap((known) => (known.label === label ? [known.code] : []))
      return isOne && (own === undefined || codes.includes(own.code)) ? [{ ...spelling, codes }] : []
    })
  })
}
