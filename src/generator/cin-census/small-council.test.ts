import { beforeAll, describe, expect, test } from 'vitest'
import { elementsOf, faultsOf, readXml, type ReadElement } from '../../../tests/support/census-definition.ts'
import { censusText } from '../../../tests/support/census-world.ts'
import { workingDayAfter } from '../../platform/working-days.ts'
import type { Day } from '../../platform/day.ts'
import { dayOf } from '../day-number.ts'
import type { ChildLog, FamilyLog, Happening } from '../event-log.ts'
import { smallCouncil } from '../plans/small-council.ts'
import { simulateFamilies, workforceOf } from '../simulation/council-simulation.ts'
import { CENSUS_EDITIONS } from './census-edition.ts'

const [FIRST, LAST, KNOWN_BY] = ['2013-04-01', '2014-03-31', '2015-02-03']

/** The day of what the census of 2014 can know of. */
const dayKnown = (happening: Happening | null): Day | null => {
  if (happening === null) return null
  const [on, recordedOn] = [dayOf(happening.on), dayOf(happening.recordedOn)]
  return on <= LAST && recordedOn <= KNOWN_BY ? on : null
}
const isDuring = (started: Happening, ended: Happening | null): boolean => {
  const end = dayKnown(ended)
  return dayKnown(started) !== null && (end === null || end >= FIRST)
}

/** Counted from the events alone, in days as text: what the census has to agree with. */
function countOf(children: readonly ChildLog[]) {
  const count = {
    Child: 0,
    CINdetails: 0,
    NFA: 0,
    CINclosureDate: 0,
    Assessments: 0,
    AssessmentAuthorisationDate: 0,
    AssessmentFactors: 0,
    Section47: 0,
    conferences: 0,
    ChildProtectionPlans: 0,
    CPPendDate: 0,
    CPPreviewDate: 0,
    CINPlanDates: 0,
  }
  for (const child of children) {
    const referrals = child.referrals.filter(({ number, received }) => {
      const on = dayKnown(received)
      const need = child.needs.find(({ referral }) => referral === number)
      return on !== null && (on >= FIRST || (need !== undefined && isDuring(need.started, need.closed)))
    })
    if (referrals.length > 0) count.Child += 1
    for (const { number, isNfa } of referrals) {
      const of = <Event extends { referral: number }>(events: readonly Event[]) =>
        events.filter(({ referral }) => referral === number)
      count.CINdetails += 1
      count.NFA += Number(isNfa)
      for (const need of of(child.needs)) {
        if (dayKnown(need.started) === null) continue
        count.CINclosureDate += Number(dayKnown(need.closed) !== null)
        count.CINPlanDates += need.plans.filter(
          ({ from, to }) => dayOf(from) <= LAST && (to === null || dayOf(to) >= FIRST),
        ).length
      }
      for (const { started, authorised, factors } of of(child.assessments)) {
        if (!isDuring(started, authorised)) continue
        count.Assessments += 1
        if (dayKnown(authorised) === null) continue
        count.AssessmentAuthorisationDate += 1
        count.AssessmentFactors += factors.length
      }
      for (const { started, ended, conference } of of(child.enquiries)) {
        if (!isDuring(started, conference ?? ended)) continue
        count.Section47 += 1
        count.conferences += Number(dayKnown(conference) !== null)
      }
      for (const { started, ended, reviews } of of(child.plans)) {
        if (!isDuring(started, ended)) continue
        count.ChildProtectionPlans += 1
        count.CPPendDate += Number(dayKnown(ended) !== null)
        count.CPPreviewDate += reviews.filter(({ on }) => dayOf(on) >= FIRST && dayOf(on) <= LAST).length
      }
    }
  }
  return count
}

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
