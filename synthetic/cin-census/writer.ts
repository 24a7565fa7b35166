import type { Day } from '../../src/platform/day.ts'
import { dayOf, numberOf } from '../day-number.ts'
import type { ExtractView } from '../extract-view.ts'
import { openTextFile } from '../files/text-file.ts'
import type { CouncilWriter, WriterSetting } from '../files/written-file.ts'
import { censusChild } from './census-child.ts'
import { editionOf, type CensusEdition } from './census-edition.ts'
import { group, linesOf, value, type XmlElement } from './xml-element.ts'

export interface CensusOfYear {
  /** The year in which it ends, on 31 March. */
  year: number
  /** Usually that of the year. */
  edition?: CensusEdition
}

const INVENTED = 'Every child here is invented, and so is the council.'

/**
 * The children in need census of a year: all children with a referral or an open episode of need between 1 April of
 * the year before and 31 March, as far as is known on the day of the view. Nothing after 31 March is in it, though it
 * be known by then.
 */
export function openCinCensusWriter(setting: WriterSetting, census: CensusOfYear): CouncilWriter {
  const { folder, plan, view } = setting
  const { year, edition = editionOf(year) } = census
  const ofYear = viewOfYear(view, year)
  const text = openTextFile(folder, `cin-census/CIN_${year}_${plan.code}.xml`)
  const write = (lines: readonly string[]) => {
    for (const line of lines) text.write(`${line}\n`)
  }
  let children = 0
  write([
    '<?xml version="1.0" encoding="utf-8"?>',
    `<!-- ${INVENTED} ${plan.name} does not exist. Written in the census's edition of ${edition}. -->`,
    '<Message>',
    ...linesOf(header(year, plan.code, dayOf(view.recordedTo)), 1),
    '  <Children>',
  ])
  return {
    family(family) {
      for (const child of family.children) {
        const element = censusChild(child, ofYear, edition)
        if (element === null) continue
        children += 1
        write(linesOf([element], 2))
      }
    },
    // Adopters are no part of the census.
    adopter: () => undefined,
    close() {
      write(['  </Children>', '</Message>'])
      return Promise.resolve([text.close(children)])
    },
  }
}

/** What is known now of what had happened by the census's last day. */
const viewOfYear = (view: ExtractView, year: number): ExtractView => ({
  ...view,
  asAt: Math.min(view.asAt, numberOf(`${year}-03-31` as Day)),
  from: numberOf(`${year - 1}-04-01` as Day),
})

const header = (year: number, code: string, writtenOn: Day): XmlElement[] =>
  group('Header', [
    ...group('CollectionDetails', [
      ...value('Collection', 'CIN'),
      ...value('Year', year),
      ...value('ReferenceDate', `${year}-03-31`),
    ]),
    ...group('Source', [
      ...value('SourceLevel', 'L'),
      ...value('LEA', code),
      ...value('SoftwareCode', `Waymark generator. ${INVENTED}`),
      ...value('Release', '1'),
      ...value('SerialNo', '001'),
      ...value('DateTime', `${writtenOn}T09:00:00`),
    ]),
  ])
