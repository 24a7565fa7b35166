import { formatDay, type Day } from '../../platform/day.ts'
import { FileFault } from '../reading/raw-sheet.ts'
import { readXmlElements } from '../reading/xml-elements.ts'
import type { ReadContext } from '../tables/read-context.ts'
import type { XmlForm } from '../tables/standard.ts'
import type { FieldValue } from '../values/field-value.ts'
import { CensusReading } from './census-reading.ts'
import { censusYearEnd } from './census-year.ts'
import { LineProblems } from './line-problems.ts'

/**
 * The census as one XML file: an element for each child, in it one for each referral with all that followed. Read by
 * name, in any order; what the schema of the year would refuse is told, and reading goes on. The number of a row is the
 * line of its element.
 */
export const cinCensusXml: XmlForm = {
  root: 'Message',
  async read({ file, pieces }, context) {
    const problems = new LineProblems(file, context.book)
    const reading = new CensusReading(problems, context.spellings, (values, line) => {
      reading.year = seeHeader(values, line, problems, context)
    })
    await readXmlElements(file, pieces, reading, () => handOver(reading, context))
    return reading.reports()
  },
}

/** Rows are handed over one by one, each waited for where it must be: the first of a table opens it. */
async function handOver(reading: CensusReading, context: ReadContext): Promise<void> {
  const { accepted, rowsRead } = reading
  reading.accepted = []
  reading.rowsRead = 0
  for (const row of accepted) {
    const taken = context.onRow(row)
    if (taken) await taken
  }
  for (let row = 0; row < rowsRead; row += 1) context.onProgress()
}

/** What the header says of the file; the year of the census, or null. Throws FileFault for a return of another collection. */
function seeHeader(
  { Collection, Year, ReferenceDate }: Record<string, FieldValue | null>,
  line: number,
  problems: LineProblems,
  context: ReadContext,
): number | null {
  if (typeof Collection === 'string' && Collection.toUpperCase() !== 'CIN') {
    throw new FileFault(
      'file-kind',
      `${problems.file} is a return of the collection ${Collection}, and not of the children in need census (CIN)`,
    )
  }
  const year = isYear(Year) ? Year : null
  if (Year !== null && year === null) {
    const place = { line, sheet: 'Header', field: 'Year', value: String(Year) }
    problems.say('warning', 'year-unreadable', place, `'Year' is not a year`)
  }
  const day = (ReferenceDate ?? (year === null ? null : `${year}-03-31`)) as Day | null
  if (day === null) return null
  context.seeTitleDay('cin-census', day)
  const yearOfDay = Number(censusYearEnd(day).slice(0, 4))
  if (year !== null && yearOfDay !== year) {
    const says = `'Year' is ${year} and 'ReferenceDate' ${formatDay(day)}, which is in the year to March ${yearOfDay}: the day was believed`
    const place = { line, sheet: 'Header', field: 'ReferenceDate', value: day }
    problems.say('warning', 'header-days-disagree', place, says)
  }
  return yearOfDay
}

const isYear = (value: FieldValue | null | undefined): value is number =>
  typeof value === 'number' && value >= 1900 && value < 2100
