import type { Expectation, PlainValue } from './planted.ts'

/** What becomes of the lines of one child. */
export interface FaultyLines {
  lines: readonly string[]
  /** The line that was changed or put in, in `lines`. */
  index: number
  column: string
  was: PlainValue
  written: PlainValue
  reads: PlainValue
}

export interface CensusFault {
  id: string
  says: string
  expect: Expectation
  /** Null when these lines do not suit it. They are one element each, or one end of an element. */
  write: (lines: readonly string[]) => FaultyLines | null
}

const ELEMENT = /^(\s*)<(\w+)>([^<]*)<\/\2>$/

/** The first element of one of these names, with its text. */
function elementOf(lines: readonly string[], names: RegExp) {
  for (const [index, line] of lines.entries()) {
    const [, indent = '', name = '', text = ''] = ELEMENT.exec(line) ?? []
    if (name !== '' && names.test(name)) return { index, indent, name, text }
  }
  return null
}

/** Writes another line for an element. */
const lineFault = (
  id: string,
  says: string,
  expect: Expectation,
  names: RegExp,
  write: (element: {
    name: string
    text: string
  }) => { line: string; written: string; reads: PlainValue } | null,
): CensusFault => ({
  id,
  says,
  expect,
  write(lines) {
    const element = elementOf(lines, names)
    const found = element && write(element)
    if (!element || !found) return null
    const { index, indent, name, text } = element
    const { line, written, reads } = found
    return { lines: lines.with(index, indent + line), index, column: name, was: text, written, reads }
  },
})

const textFault = (
  id: string,
  says: string,
  expect: Expectation,
  names: RegExp,
  write: (text: string) => { written: string; reads: PlainValue } | null,
): CensusFault =>
  lineFault(id, says, expect, names, ({ name, text }) => {
    const found = write(text)
    return found && { ...found, line: `<${name}>${found.written}</${name}>` }
  })

/** From the line that opens a group of this name to the one that closes it. */
function groupOf(lines: readonly string[], name: string): { from: number; to: number } | null {
  const from = lines.findIndex((line) => line.trim() === `<${name}>`)
  return from < 0 ? null : { from, to: lines.indexOf(lines[from]!.replace('<', '</'), from) }
}

/** What public samples of the census do that its schema does not allow: not one of them validates. */
export const CENSUS_FAULTS: readonly CensusFault[] = [
  {
    id: 'text-stray',
    says: 'Text between two elements.',
    expect: 'ignored',
    write(lines) {
      const element = elementOf(lines, /^UPN(unknown)?$/)
      if (!element) return null
      const { index, name } = element
      const written = 'PersonBirthDate'
      return {
        lines: lines.with(index, lines[index]! + written),
        index,
        column: name,
        was: null,
        written,
        reads: null,
      }
    },
  },
  textFault(
    'flag-word',
    'A flag as true or false.',
    'repaired',
    /^(ReferralNFA|ICPCnotRequired)$/,
    (text) => ({
      written: text === '1' ? 'true' : 'false',
      reads: text,
    }),
  ),
  lineFault(
    'sex-older',
    'A number of the old code set under Sex.',
    'repaired',
    /^(Sex|GenderCurrent)$/,
    ({ name, text }) => {
      const code = { M: '1', F: '2', U: '0' }[text] ?? text
      const line = `<Sex>${code}</Sex>`
      return name === 'Sex' && code === text ? null : { line, written: line, reads: text }
    },
  ),
  textFault('factor-unknown', 'A factor that is in no code set.', 'accepted', /^AssessmentFactors$/, () => ({
    written: 'RB',
    reads: null,
  })),
  textFault(
    'date-placeholder',
    'PlaceholderStr in place of a date.',
    'accepted',
    /^(AssessmentInternalReviewDate|InitialCPCtarget)$/,
    () => ({ written: 'PlaceholderStr', reads: null }),
  ),
  {
    id: 'factors-empty',
    says: 'A group of factors with none in it.',
    expect: 'ignored',
    write(lines) {
      const opens = lines.findIndex((line) => line.trim() === '<Assessments>')
      const index =
        opens < 0 ? -1 : lines.findIndex((line, index) => index > opens && line.trim() === '</Assessments>')
      if (
        index < 0 ||
        lines.slice(opens, index).some((line) => line.includes('<FactorsIdentifiedAtAssessment>'))
      )
        return null
      const written = '<FactorsIdentifiedAtAssessment/>'
      const line = `${/^\s*/.exec(lines[index]!)![0]}  ${written}`
      return {
        lines: lines.toSpliced(index, 0, line),
        index,
        column: 'FactorsIdentifiedAtAssessment',
        was: null,
        written,
        reads: null,
      }
    },
  },
  {
    id: 'reviews-renamed',
    says: 'CPPreviews in place of Reviews.',
    expect: 'repaired',
    write(lines) {
      const group = groupOf(lines, 'Reviews')
      if (!group) return null
      const rename = (index: number) => lines[index]!.replace('Reviews', 'CPPreviews')
      return {
        lines: lines.with(group.from, rename(group.from)).with(group.to, rename(group.to)),
        index: group.from,
        column: 'Reviews',
        was: 'Reviews',
        written: 'CPPreviews',
        reads: 'Reviews',
      }
    },
  },
  {
    id: 'disabilities-apart',
    says: 'A group of disabilities for each code.',
    expect: 'repaired',
    write(lines) {
      const group = groupOf(lines, 'Disabilities')
      if (!group || group.to - group.from < 3) return null
      const [opens, closes] = [lines[group.from]!, lines[group.to]!]
      const index = group.from + 2
      return {
        lines: lines.toSpliced(index, 0, closes, opens),
        index,
        column: 'Disabilities',
        was: null,
        written: `${closes.trim()}${opens.trim()}`,
        reads: null,
      }
    },
  },
  {
    id: 'element-moved',
    says: 'ReferralNFA before the assessments, out of the order of the schema.',
    expect: 'accepted',
    write(lines) {
      const element = elementOf(lines, /^ReferralNFA$/)
      const index = lines.findIndex((line) => line.trim() === '<Assessments>')
      if (!element || index < 0 || index > element.index) return null
      return {
        lines: lines.toSpliced(element.index, 1).toSpliced(index, 0, lines[element.index]!),
        index,
        column: element.name,
        was: element.text,
        written: element.text,
        reads: element.text,
      }
    },
  },
  {
    id: 'plan-repeated',
    says: 'A whole child protection plan once more.',
    expect: 'quarantined',
    write(lines) {
      const group = groupOf(lines, 'ChildProtectionPlans')
      if (!group) return null
      const index = group.to + 1
      const start = lines[group.from + 1]!.trim()
      return {
        lines: lines.toSpliced(index, 0, ...lines.slice(group.from, index)),
        index,
        column: 'ChildProtectionPlans',
        was: null,
        written: start,
        reads: null,
      }
    },
  },
]

/** What is done to the census's header, each of its lines at most once. */
export const CENSUS_HEADER_FAULTS: readonly CensusFault[] = [
  textFault(
    'year-disagrees',
    'A year that is not that of the reference date, which is right.',
    'repaired',
    /^Year$/,
    (text) => ({ written: String(Number(text) - 1), reads: text }),
  ),
  textFault('time-zoned', 'A time of writing with a Z behind it.', 'accepted', /^DateTime$/, (text) => ({
    written: `${text}Z`,
    reads: text,
  })),
]
