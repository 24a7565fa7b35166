import { beforeAll, describe, expect, test } from 'vitest'
import { elementsOf, faultsOf, readXml, type ReadElement } from '../../tests/support/census-definition.ts'
import { countOf, FIRST, LAST } from '../../tests/support/census-count.ts'
import { censusText } from '../../tests/support/census-world.ts'
import { workingDayAfter } from '../../src/platform/working-days.ts'
import type { Day } from '../../src/platform/day.ts'
import type { FamilyLog } from '../event-log.ts'
import { smallCouncil } from '../plans/small-council.ts'
import { simulateFamilies, workforceOf } from '../simulation/council-simulation.ts'
import { CENSUS_EDITIONS } from './census-edition.ts'

describe('the census of the small council for 2014', () => {
  let families: FamilyLog[]
  let root: ReadElement

  beforeAll(async () => {
    const plan = smallCouncil(2015)
    families = [...simulateFamilies(plan, workforceOf(plan))]
    // The last edition has every element that any has, and every factor.
    root = readXml((await censusText(families, { year: 2014, edition: 2026 })).text)
  })

  test('has as many of each thing as the events have', () => {
    const counted = countOf(families.flatMap(({ children }) => children))
    const flags = (name: string) => elementsOf(root, name).filter(({ text }) => text === '1').length
    const inFile = Object.fromEntries(
      Object.keys(counted).map((name) => [name, elementsOf(root, name).length]),
    )
    inFile['NFA'] = flags('ReferralNFA')
    inFile['conferences'] = elementsOf(root, 'DateOfInitialCPC').length
    expect(inFile).toEqual(counted)
    for (const amount of Object.values(counted)) expect(amount).toBeGreaterThan(20)
  })

  test.each(CENSUS_EDITIONS)('has nothing that the edition of %i does not', async (edition) => {
    const { text } = await censusText(families, { year: 2014, edition })
    expect(faultsOf(text, edition)).toEqual([])
  })

  test('has each referral within the year or open in it, and no day after its last', () => {
    const dates = [
      'CINreferralDate',
      'CINclosureDate',
      'AssessmentActualStartDate',
      'AssessmentAuthorisationDate',
      'DateOfInitialCPC',
      'CPPstartDate',
      'CPPendDate',
      'CPPreviewDate',
      'CINPlanStartDate',
      'CINPlanEndDate',
      'PersonBirthDate',
    ]
    for (const date of dates)
      for (const { text } of elementsOf(root, date)) expect([date, text <= LAST]).toEqual([date, true])
    for (const { text } of elementsOf(root, 'CINclosureDate')) expect(text >= FIRST).toBe(true)
    for (const { text } of elementsOf(root, 'ExpectedPersonBirthDate')) expect(text > LAST).toBe(true)
  })

  test('gives a conference fifteen working days from the strategy discussion', () => {
    const enquiries = elementsOf(root, 'Section47')
    const textOf = (element: ReadElement, name: string) =>
      elementsOf(element, name)[0]?.text as Day | undefined
    const targets = enquiries.filter((enquiry) => textOf(enquiry, 'InitialCPCtarget'))
    expect(targets.length).toBeGreaterThan(20)
    for (const enquiry of targets)
      expect(textOf(enquiry, 'InitialCPCtarget')).toBe(
        workingDayAfter(textOf(enquiry, 'S47ActualStartDate')!, 15),
      )
  })

  test('is the same, byte for byte, when it is made again', async () => {
    const plan = smallCouncil(2015)
    const again = simulateFamilies(plan, workforceOf(plan))
    const [first, second] = [
      await censusText(families, { year: 2014 }),
      await censusText(again, { year: 2014 }),
    ]
    expect(second).toEqual(first)
  })
})
