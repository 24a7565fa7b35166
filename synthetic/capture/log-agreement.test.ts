import { beforeAll, describe, expect, test } from 'vitest'
import { capturedCouncil, type CapturedCouncil } from '../../tests/support/captured-council.ts'
import { daysBetween, type Day } from '../../src/platform/day.ts'
import { workingDaysBetween } from '../../src/platform/working-days.ts'
import { annexAList } from '../../src/standards/annex-a/lists.ts'
import { takeExtract } from '../annex-a/writer.ts'
import { dayOf, firstOfMonth, monthNumberOf, type DayNumber } from '../day-number.ts'
import type { ChildLog, MissingEpisode } from '../event-log.ts'
import { knownDay } from '../extract-view.ts'

/** Where a list has the column whose header says so; a place without a column where it has none. */
const column = (list: number, says: string | RegExp): number => {
  const { fields } = annexAList(list)
  const index = fields.findIndex(({ name }) =>
    typeof says === 'string' ? name.includes(says) : says.test(name),
  )
  return index < 0 ? fields.length : index
}
/** Headers of the day on which something was over. */
const OVER =
  /Closure Date|Plan End Date|Date Ceased to be|Date of Authorisation|Date of Initial Child Protection/

let council: CapturedCouncil
/** The first day of the 24 months captured. */
let from: DayNumber
beforeAll(async () => {
  council = await capturedCouncil()
  from = firstOfMonth(monthNumberOf(council.view.asAt) - 23)
})

const children = (): ChildLog[] => council.families.flatMap(({ children }) => children)
const isIn = (day: DayNumber) => day >= from && day <= council.view.asAt
const known = (happening: Parameters<typeof knownDay>[1]) => knownDay(council.view, happening)
const asDay = (cell: string | undefined) => cell!.slice(0, 10) as Day

describe('contacts', () => {
  test('each known contact of a child appears once, decided when the log says so or not yet', () => {
    const rows = council.rows('contact-decisions')
    const contacts = children().flatMap(({ contacts }) =>
      contacts.filter(({ received }) => isIn(received.on)),
    )
    const inLog = contacts.filter(({ received }) => known(received) !== null)
    expect(rows).toHaveLength(inLog.length)
    const undecided = rows.filter(({ outcome }) => outcome === '')
    expect(undecided.every(({ received_at }) => asDay(received_at) >= '2015-01-15')).toBe(true)
    const timed = rows.filter(({ decided_at }) => decided_at !== '')
    expect(timed.filter(({ received_at, decided_at }) => decided_at! < received_at!)).toEqual([])
  })
})

describe('conferences and reviews', () => {
  test('each initial conference belongs to an enquiry, and list 5 gives the same days', () => {
    const list5 = takeExtract(council.families, [], council.view).get(5)!
    const held = council
      .rows('conferences')
      .filter((row) => row['kind'] === 'initial conference' && row['held_on'] !== '')
    const ofList5 = list5.flatMap((row) => {
      const conferenceOn = row[column(5, 'Date of Initial Child Protection Conference')]
      return typeof conferenceOn === 'number' && isIn(conferenceOn)
        ? [`${String(row[0])} ${dayOf(Number(row[column(5, 'Enquiry Start Date')]))} ${dayOf(conferenceOn)}`]
        : []
    })
    const written = held.map(
      ({ child_id, s47_started_on, held_on }) => `${child_id} ${s47_started_on} ${held_on}`,
    )
    expect(written.sort()).toEqual(ofList5.sort())
    expect(written.length).toBeGreaterThan(100)
  })

  test('each meeting of the log is there once, attended as the log says when somebody held the child', () => {
    const rows = council.rows('conferences').filter(({ held_on }) => held_on !== '')
    const meetings = children().flatMap(({ enquiries, plans, care }) => [
      ...enquiries.flatMap(({ conference, meeting }) =>
        meeting && known(conference) !== null ? [meeting] : [],
      ),
      ...[...plans, ...care].flatMap(({ started, reviews }) => (known(started) === null ? [] : reviews)),
    ])
    const held = meetings.filter(({ on }) => isIn(on))
    expect(rows).toHaveLength(held.length)
    const allocated = rows.filter(({ worker }) => worker !== '').length
    const attended = rows.filter(({ worker_attended }) => worker_attended === 'yes').length
    const inLog = held.filter(({ didAllocatedWorkerAttend }) => didAllocatedWorkerAttend).length
    expect(attended).toBeLessThanOrEqual(inLog)
    expect(attended).toBeGreaterThanOrEqual(inLog - (rows.length - allocated))
  })

  test('a report’s days before the meeting are the working days between', () => {
    const shared = council.rows('conferences').filter((row) => row['report_working_days_before'] !== '')
    expect(shared.length).toBeGreaterThan(200)
    for (const row of shared) {
      const days = workingDaysBetween(asDay(row['report_shared_on']), asDay(row['held_on']))
      expect(Number(row['report_working_days_before'])).toBe(days)
    }
  })

  test('some are still to come, each booked with its worker and chair', () => {
    const toCome = council.rows('conferences').filter(({ held_on }) => held_on === '')
    expect(toCome.length).toBeGreaterThan(10)
    for (const row of toCome) {
      expect(row['booked_on']! > council.plan.asAt).toBe(true)
      expect(row['worker_attended']).toBe('')
    }
  })

  test('core groups that fell due are those of the log', () => {
    const rows = council.rows('core-groups').filter(({ due_on }) => due_on! <= council.plan.asAt)
    const due = children().flatMap(({ plans }) =>
      plans.flatMap(({ started, ended, coreGroups }) => {
        const endedOn = known(ended) ?? Infinity
        return known(started) === null
          ? []
          : coreGroups.filter(({ dueOn }) => isIn(dueOn) && dueOn <= endedOn)
      }),
    )
    expect(rows).toHaveLength(due.length)
  })
})

describe('missing children', () => {
  /** Every missing episode of the log that is captured, by the name the files give it. */
  const episodes = (): Map<string, MissingEpisode> =>
    new Map(
      children().flatMap(({ id, care }) =>
        care
          .flatMap(({ missing }) => missing)
          .map((episode, place) => [`ME-${id}-${place + 1}`, episode] as const),
      ),
    )

  test('each return interview belongs to a missing episode of a child in list 8', () => {
    const inCare = new Set(
      takeExtract(council.families, [], council.view)
        .get(8)!
        .map(([id]) => id),
    )
    const inLog = episodes()
    const rows = council.rows('return-interviews')
    expect(rows.length).toBeGreaterThan(20)
    for (const row of rows) {
      expect(inCare.has(row['child_id']), row['child_id']).toBe(true)
      const episode = inLog.get(row['episode']!)!
      const said = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no')
      expect(row['offered']).toBe(said(episode.interview.wasOffered))
      expect(row['accepted']).toBe(said(episode.interview.wasAccepted))
      const { heldOn } = episode.interview
      if (row['held_at'] === '') {
        expect(heldOn === null || heldOn > council.view.asAt).toBe(true)
      } else {
        expect(asDay(row['held_at'])).toBe(dayOf(heldOn!))
        const isInTime = (heldOn! - episode.from) * 24 - episode.hours <= 72
        expect(row['within_72_hours']).toBe(said(isInTime))
      }
    }
  })

  test('each is notified on the day that the log has, and an interview follows each that is over', () => {
    const inLog = episodes()
    const notified = council.rows('missing-notifications')
    for (const row of notified) {
      expect(daysBetween(dayOf(inLog.get(row['episode']!)!.from), asDay(row['missing_from']))).toBe(0)
      expect(row['reported_at']! >= row['missing_from']!).toBe(true)
    }
    const over = notified.filter(({ returned_at }) => returned_at !== '').map(({ episode }) => episode)
    expect(council.rows('return-interviews').map(({ episode }) => episode)).toEqual(over)
  })
})

describe('managers', () => {
  test('look at an assessment where the log says so, once for each set point at most', () => {
    const rows = council.rows('management-oversight')
    const reviewed = rows.filter(({ reviewed_on }) => reviewed_on !== '')
    const inLog = new Set(
      children().flatMap(({ id, assessments }) =>
        assessments.flatMap(({ started, managerReviews }) =>
          managerReviews.map((on) => `${id} ${dayOf(started.on)} ${dayOf(on)}`),
        ),
      ),
    )
    for (const row of reviewed) {
      expect(inLog.has(`${row['child_id']} ${row['assessment_started_on']} ${row['reviewed_on']}`)).toBe(true)
    }
    const points = rows.map((row) => `${row['child_id']} ${row['assessment_started_on']} ${row['point']}`)
    expect(new Set(points).size).toBe(points.length)
    expect(reviewed.length / rows.length).toBeGreaterThan(0.5)
  })
})

describe('caseloads', () => {
  test('on the last day are those that Annex A gives, child by child', () => {
    const lists = takeExtract(council.families, [], council.view)
    const holders = new Map<string, string>()
    // In order of weight: a child on several lists is held once.
    for (const list of [8, 7, 6, 4, 5, 9]) {
      const [unnecessary, worker] = [column(list, 'deemed unnecessary'), column(list, 'Allocated Worker')]
      const ended = column(list, OVER)
      const open = lists.get(list)!.filter((row) => row[ended] == null && row[unnecessary] !== 'a) Yes')
      const found = new Map(open.map((row) => [String(row[0]), String(row[worker] ?? '')]))
      for (const [child, code] of found) if (!holders.has(child)) holders.set(child, code)
    }
    const counts = new Map<string, number>()
    for (const worker of holders.values()) counts.set(worker, (counts.get(worker) ?? 0) + 1)
    const rows = council
      .rows('caseload-allocation')
      .filter((row) => row['month_end_on'] === council.plan.asAt)
    const written = new Map<string, number>()
    for (const { worker, role, children } of rows) {
      if (role === 'independent reviewing officer' || worker!.startsWith('IRO') || children === '0') continue
      written.set(worker!, (written.get(worker!) ?? 0) + Number(children))
    }
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(counts))
  })

  test('add up, kind by kind, at every month end', () => {
    const kinds = ['in_assessment', 'in_need', 'on_protection_plan', 'looked_after', 'leaving_care']
    const rows = council.rows('caseload-allocation')
    expect(new Set(rows.map((row) => row['month_end_on'])).size).toBe(24)
    for (const row of rows) {
      expect(kinds.reduce((sum, kind) => sum + Number(row[kind]), 0)).toBe(Number(row['children']))
    }
  })
})
