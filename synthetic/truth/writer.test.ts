import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  assessmentEvent,
  carePeriod,
  childLog,
  contactEvent,
  enquiryEvent,
  needEpisode,
  protectionPlan,
  referralEvent,
  type Begun,
} from '../../tests/support/child-log.ts'
import type { Day } from '../../src/platform/day.ts'
import { numberOf } from '../day-number.ts'
import type { ChildLog, Position, RecordedEvent } from '../event-log.ts'
import { viewOn } from '../extract-view.ts'
import { smallCouncil } from '../plans/small-council.ts'
import { workforceOf } from '../simulation/council-simulation.ts'
import type { TruthPoint } from './series-truth.ts'
import { openTruthWriter } from './writer.ts'

/** Events written by hand, and the figures worked out by hand from the catalogue's words. */
const plan = smallCouncil(1)
const NORTH: Position = { team: 'North', name: 'North/1' }
const SOUTH: Position = { team: 'South', name: 'South/1' }

const at = (on: Day, recordedOn: Day = on): RecordedEvent => ({
  on: numberOf(on),
  recordedOn: numberOf(recordedOn),
})
const maybe = (on: Day | null): RecordedEvent | null => (on === null ? null : at(on))
const from = (on: Day, position = NORTH): Begun => ({ started: at(on), position })

const child = (events: Partial<ChildLog>) => childLog({ bornOn: numberOf('2006-05-01'), ...events })
const referral = (on: Day, position = NORTH) => referralEvent(from(on, position))
const assessment = (on: Day, to: Day | null, wasSeen: boolean | null = true) =>
  assessmentEvent(from(on), maybe(to), wasSeen)
const need = (on: Day, to: Day | null, position = NORTH) => needEpisode(from(on, position), maybe(to))
const enquiry = (on: Day, conference: Day | null) => enquiryEvent(from(on), null, maybe(conference))
const protection = (on: Day, to: Day | null, previousPlans = 0) =>
  protectionPlan(from(on), maybe(to), previousPlans)
const care = (on: Day, to: Day | null, status = 'C2', position = NORTH) =>
  carePeriod(from(on, position), maybe(to), [{ from: numberOf(on), status }])

/** Figures as "numerator of denominator", or the value alone. */
type FigureOf = (series: string, period: string, team?: string) => string

async function truthOf(
  children: readonly ChildLog[],
  recordedTo: Day = '2015-02-03',
  workers: Readonly<Record<string, string>> = {},
): Promise<FigureOf> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-truth-'))
  try {
    const workforce = workforceOf(plan)
    const view = {
      ...viewOn(plan, workforce, plan.asAt, recordedTo),
      workerOf: ({ name }: Position) => workers[name] ?? null,
    }
    const writer = openTruthWriter({ folder, plan, workforce, view })
    for (const [number, log] of children.entries()) writer.family({ number, children: [log] })
    await writer.close()
    const { series } = JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8')) as {
      series: { id: string; points: TruthPoint[] }[]
    }
    return (id, period, team) => {
      const points = series.find((one) => one.id === id)?.points ?? []
      const point = points.find((one) => one.period === period && one.team === (team ?? null))
      if (!point) return 'no point'
      const { numerator, denominator, value } = point
      return numerator === null || denominator === null ? String(value) : `${numerator} of ${denominator}`
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

test('an assessment is late when it ends on the Saturday after day 45', async () => {
  // Started on Monday 1 September 2014: day 22 is the last of September, day 45 Monday 3 November.
  const figure = await truthOf([
    child({ assessments: [assessment('2014-09-01', '2014-11-03')] }),
    child({ assessments: [assessment('2014-09-01', '2014-11-04')] }),
    // Started on Saturday 4 October: day 1 is Monday 6 October, day 45 Friday 5 December.
    child({ assessments: [assessment('2014-10-04', '2014-12-05')] }),
    child({ assessments: [assessment('2014-10-04', '2014-12-06')] }),
  ])
  expect(figure('as-completed-45wd.from_start', '2014-11')).toBe('1 of 2')
  expect(figure('as-completed-45wd.from_start', '2014-12', 'North')).toBe('1 of 2')
  expect(figure('as-cohort-45wd', '2014-09')).toBe('1 of 2')
  expect(figure('as-cohort-45wd', '2014-10')).toBe('1 of 2')
  expect(figure('as-cohort-45wd', '2014-11')).toBe('no point')
})

test('what is open on a Saturday month end is past the point that fell on the Friday', async () => {
  // Started on Friday 16 January 2015: day 10 is Friday 30 January.
  const figure = await truthOf([
    child({ assessments: [assessment('2015-01-16', null)] }),
    child({ assessments: [assessment('2015-01-19', null)] }),
    child({ assessments: [assessment('2014-09-01', '2015-01-31')] }),
  ])
  expect(figure('as-open-review-points.gt10', '2015-01')).toBe('1 of 2')
  expect(figure('as-open-review-points.gt45', '2014-12')).toBe('1 of 1')
  expect(figure('as-open-review-points.gt45', '2015-01')).toBe('0 of 2')
})

test('an unborn child is not among those to be seen, and a blank is not seen', async () => {
  const figure = await truthOf([
    child({ assessments: [assessment('2014-10-01', '2014-10-31', null)] }),
    child({ assessments: [assessment('2014-10-01', '2014-10-30', true)] }),
    child({ bornOn: numberOf('2014-11-01'), assessments: [assessment('2014-10-01', '2014-10-31')] }),
    child({ bornOn: numberOf('2014-10-31'), assessments: [assessment('2014-10-01', '2014-10-31')] }),
  ])
  expect(figure('as-child-seen.seen', '2014-10')).toBe('2 of 3')
})

test('the first assessment after a referral is the one that started first, finished or not', async () => {
  const figure = await truthOf([
    child({
      referrals: [referral('2014-09-01')],
      // Day 45 after the referral is Monday 3 November.
      assessments: [assessment('2014-09-03', '2014-11-04'), assessment('2014-09-10', '2014-10-10')],
    }),
    child({
      referrals: [referral('2014-09-01')],
      assessments: [assessment('2014-09-03', null), assessment('2014-09-10', '2014-10-10')],
    }),
    child({ assessments: [assessment('2014-09-10', '2014-10-10')] }),
  ])
  expect(figure('as-completed-45wd.from_referral', '2014-10')).toBe('0 of 0')
  expect(figure('as-completed-45wd.from_referral', '2014-11')).toBe('0 of 1')
})

test('news about an open child is no referral, and one comes back within 365 days', async () => {
  const figure = await truthOf([
    child({
      referrals: [referral('2013-03-01'), referral('2014-02-28'), referral('2014-03-01', SOUTH)],
      needs: [need('2014-03-01', null)],
    }),
    child({ referrals: [referral('2013-03-01'), referral('2014-03-02')] }),
    child({
      referrals: [referral('2014-06-01'), referral('2014-07-03'), referral('2014-08-28')],
      needs: [need('2014-06-01', '2014-08-28')],
      contacts: (['2014-06-01', '2014-07-03', '2014-07-03', '2014-08-28'] as const).map((day) =>
        contactEvent(at(day)),
      ),
    }),
    child({ referrals: [referral('2012-01-05')] }),
  ])
  expect(figure('fd-referrals', '2014-07')).toBe('0')
  expect(figure('fd-referrals', '2014-08')).toBe('1')
  expect(figure('fd-rereferrals', '2014-08')).toBe('1 of 1')
  // The first was referred 364 days before, then the day before; the other 366 days before.
  expect(figure('fd-rereferrals', '2014-02')).toBe('1 of 1')
  expect(figure('fd-rereferrals', '2014-03')).toBe('1 of 2')
  expect(figure('fd-rereferrals', '2014-03', 'South')).toBe('1 of 1')
  expect(figure('fd-contacts', '2014-07')).toBe('1')
  expect(figure('fd-contacts.open_case', '2014-07')).toBe('1')
  expect(figure('fd-contacts.new', '2014-06')).toBe('1')
  expect(figure('fd-contacts.new', '2014-08')).toBe('1')
})

test('a conference counts once for a child, from the first enquiry that led to it', async () => {
  const figure = await truthOf([
    // Day 15 after Wednesday 1 October 2014 is Wednesday 22 October.
    child({ enquiries: [enquiry('2014-10-01', '2014-10-23'), enquiry('2014-10-13', '2014-10-23')] }),
    child({ enquiries: [enquiry('2014-10-01', '2014-10-22')] }),
    child({ enquiries: [enquiry('2014-10-10', '2014-10-08')] }),
  ])
  expect(figure('s47-icpc-15wd.s47', '2014-10')).toBe('1 of 2')
})

test('a plan has lasted two years on day 730, and one that starts the next day is another', async () => {
  const figure = await truthOf([
    child({ plans: [protection('2012-06-01', '2014-05-31')] }),
    child({ plans: [protection('2012-06-01', '2014-05-30')] }),
    child({ plans: [protection('2014-02-01', '2014-06-30'), protection('2014-07-01', null, 1)] }),
    child({ plans: [protection('2014-06-10', '2014-06-01')] }),
  ])
  expect(figure('cp-2-years.ended', '2014-05')).toBe('1 of 2')
  expect(figure('cp-rate.open', '2014-05')).toBe('1')
  expect(figure('cp-rate.open', '2014-06')).toBe('0')
  expect(figure('cp-rate.open', '2014-07')).toBe('1')
  expect(figure('cp-rate.ends', '2014-06')).toBe('1')
  expect(figure('cp-repeat.ever', '2014-07')).toBe('1 of 1')
})

test('a plan that ended before it started is counted nowhere', async () => {
  const figure = await truthOf([child({ plans: [protection('2014-06-10', '2014-06-01', 1)] })])
  expect(figure('cp-rate.starts', '2014-06')).toBe('0')
  expect(figure('cp-rate.ends', '2014-06')).toBe('0')
  expect(figure('cp-repeat.ever', '2014-06')).toBe('0 of 0')
})

test('a child who is back the next day never left, and nobody is looked after from the 18th birthday', async () => {
  const figure = await truthOf([
    child({ care: [care('2014-03-01', '2014-05-31'), care('2014-06-01', '2014-08-10', 'C2', SOUTH)] }),
    child({ care: [care('2014-03-01', '2014-05-31'), care('2014-06-02', null)] }),
    child({ bornOn: numberOf('1996-09-30'), care: [care('2014-03-01', null)] }),
    child({ care: [care('2014-03-01', null, 'V4')] }),
  ])
  expect(figure('lac-number.all', '2014-05')).toBe('2')
  expect(figure('lac-flow.ends', '2014-05')).toBe('1')
  expect(figure('lac-flow.starts', '2014-06')).toBe('1')
  expect(figure('lac-flow.ends', '2014-08', 'South')).toBe('1')
  expect(figure('lac-number.all', '2014-08')).toBe('2')
  expect(figure('lac-number.all', '2014-09')).toBe('1')
  expect(figure('lac-flow.ends', '2014-09')).toBe('1')
  expect(figure('lac-flow.net', '2014-09')).toBe('-1')
  expect(figure('lac-flow.starts', '2014-03')).toBe('3')
})

test('a child is in need until the day the case closes, and once', async () => {
  const figure = await truthOf([
    child({ needs: [need('2014-03-10', '2014-05-31'), need('2014-05-20', '2014-06-30', SOUTH)] }),
  ])
  expect(figure('cin-open', '2014-04', 'North')).toBe('1')
  expect(figure('cin-open', '2014-05')).toBe('1')
  expect(figure('cin-open', '2014-05', 'South')).toBe('1')
  expect(figure('cin-open', '2014-06')).toBe('0')
})

test('what was recorded after the extract was taken is not in it', async () => {
  const late = child({ referrals: [{ ...referral('2015-01-30'), received: at('2015-01-30', '2015-02-04') }] })
  expect((await truthOf([late], '2015-02-03'))('fd-referrals', '2015-01')).toBe('0')
  expect((await truthOf([late], '2015-02-04'))('fd-referrals', '2015-01')).toBe('1')
})

test('a child is held once, by the first list that names someone, and the mean is children over workers', async () => {
  const workers = { 'North/1': 'SW-101', 'South/1': 'SW-102' }
  const nobody: Position = { team: 'Care', name: 'Care/9' }
  const figure = await truthOf(
    [
      child({ needs: [need('2014-03-10', null)], care: [care('2014-03-20', null, 'C2', SOUTH)] }),
      child({ needs: [need('2014-03-10', null)], care: [care('2014-03-20', null, 'C2', nobody)] }),
      child({ needs: [need('2014-03-10', null)] }),
      child({ needs: [need('2014-03-10', '2015-01-31')] }),
    ],
    '2015-02-03',
    workers,
  )
  expect(figure('wf-caseload.mean', '2015-01')).toBe('3 of 2')
  expect(figure('wf-caseload.mean', '2015-01', 'North')).toBe('2 of 1')
  expect(figure('wf-caseload.max', '2015-01')).toBe('2')
  expect(figure('wf-caseload.median', '2015-01')).toBe('1')
  expect(figure('wf-caseload.mean', '2014-12')).toBe('no point')
})
