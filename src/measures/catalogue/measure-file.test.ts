import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { buildTestDataset } from '../../../tests/support/dataset.ts'
import {
  catalogue,
  companionsOf,
  needsActionOf,
  HANDBOOK_ORDER,
  readMeasures,
  seriesOf,
} from './catalogue.ts'
import { describeFieldShort } from './field-words.ts'
import { writeMeasureCases } from '../engine/measure-cases.ts'
import { readMeasure } from './measure-file.ts'

const good = `-- title:       Things done in time
-- asks:        Do we do things in time?
-- shows:       rate, %, higher is better
-- placed:      flow: the day it was done
-- met:         done on or before the day,
--              and seen to be
-- counts:      things done
-- leaves out:  nothing
-- clock:       none
-- needs:       contacts.contact_date
-- standard:    none
-- source:      our own
-- act on:      not met, longest first: done late
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      early (headline): early in the month
-- series:      late: late in the month
--   met:       done late
--   act on:    met, longest first: done late
-- order:       1
-- why:         Late work is not safe
-- status:      Local
-- breakdowns:  team, worker
-- trap:        Work left open is not counted
--   rule:      It is read with the work still open
-- published:   2014-15: 81.5%
--   source:    The department
-- clock drawn: 2 working days from 2014-12-24
--   starts:    it is asked for
--   ends:      it is done

select 'early' as series, child_key, contact_id as case_id, contact_date as on_date, team, worker, true as met, null as value
from contacts;
`
const changed = (from: string | RegExp, to: string) => () =>
  readMeasure('front-door', 'fd-things', good.replace(from, to))

test('the header of a measure is the definition that its readers see', () => {
  const { series } = readMeasure('front-door', 'fd-things', good)
  expect(series.map(({ definition }) => definition)).toMatchObject([
    {
      id: 'fd-things.early',
      area: 'front-door',
      title: 'Things done in time',
      label: 'early in the month',
      headline: true,
      kind: 'rate',
      unit: '%',
      polarity: 'higher',
      timing: 'flow',
      placedBy: 'the day it was done',
      numerator: 'done on or before the day, and seen to be',
      denominator: 'things done',
      needs: ['contacts.contact_date'],
      version: '1',
      versionFrom: '2014-04-01',
      lookAgain: '2027-11',
    },
    { id: 'fd-things.late', headline: false, numerator: 'done late' },
  ])
})

test('a header that cannot be read names the file and the line', () => {
  expect(changed('-- asks: ', '-- axes: ')).toThrow("front-door/fd-things.sql:2: 'axes' is no field")
  expect(changed('rate, %, higher', 'rate, %, more')).toThrow(
    "front-door/fd-things.sql:3: 'shows' cannot be read",
  )
  expect(changed('flow: the', 'the')).toThrow("front-door/fd-things.sql:4: 'placed' cannot be read")
  expect(changed('(2014-04-01)', '(2014-04-31)')).toThrow(
    "front-door/fd-things.sql:14: 'version' cannot be read",
  )
  expect(changed(/-- clock: .*\n/, '')).toThrow("front-door/fd-things.sql:1: the header does not say 'clock'")
  expect(changed(/-- counts: .*\n/, '')).toThrow("a rate says in 'counts' what it is a share of")
  expect(changed('-- clock: ', '-- met:   ')).toThrow("front-door/fd-things.sql:9: 'met' is said twice")
  expect(changed('late: late', 'early: late')).toThrow("the series 'early' is declared twice")
  expect(changed('late: late', 'late (headline): late')).toThrow('there is a headline already')
})

test('the traps, what is published of England and the clock to be drawn are in the same header', () => {
  expect(readMeasure('front-door', 'fd-things', good).handbook).toMatchObject({
    order: 1,
    why: 'Late work is not safe',
    standard: { status: 'Local', text: '', sources: [] },
    breakdowns: ['team', 'worker'],
    startingPoint: null,
    traps: [{ trap: 'Work left open is not counted', rule: 'It is read with the work still open' }],
    published: [{ period: '2014-15', text: '81.5%', sources: ['The department'] }],
    clocks: [
      { unit: 'working days', from: '2014-12-24', at: [2], back: false, after: 'late', onTheDay: false },
    ],
  })
  expect(changed('--   rule:  ', '--   rules: ')).toThrow("front-door/fd-things.sql:24: 'rules' is no field")
  expect(changed('2 working days from', '2 weeks from')).toThrow(
    "front-door/fd-things.sql:27: 'clock drawn' cannot be read",
  )
})

/** Reads a folder of these measures, by area and id. */
function readFolder(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-measures-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path.split('/')[0]!), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return readMeasures(pathToFileURL(`${folder}/`))
}

test('two measures of one id stop the program, naming both', () => {
  expect(() => readFolder({ 'cin/same.sql': good, 'cp/same.sql': good })).toThrow(
    "cp/same.sql:1: the id 'same' is taken by cin/same.sql",
  )
})

const lateWith = (fields: string) => good.replace('--   met:       done late\n', (own) => own + fields)

test('a series that is read with another names one that there is, and says what its own picture shows', () => {
  const readWith = (id: string, title = '--   chart title: Things done late\n') =>
    lateWith(`${title}--   read with: ${id} (stock)\n--     title: Things open\n--     column: Open\n`)
  const [measure] = readFolder({ 'cp/things.sql': readWith('things.early') })
  expect(measure!.series.map(({ companions }) => companions?.readWith.map(({ series }) => series))).toEqual([
    undefined,
    ['things.early'],
  ])
  expect(() => readFolder({ 'cp/things.sql': readWith('things.open') })).toThrow(
    "cp/things.sql:19: there is no series 'things.open' to read it with",
  )
  expect(() => readFolder({ 'cp/things.sql': readWith('things.early', '') })).toThrow(
    "cp/things.sql:18: a series that is read with another says 'chart title'",
  )
})

test('a published item is described once, by the measure that it belongs to', () => {
  const described =
    '--     title: Rate\n--     gives: per 10,000, on 31 March, to 1 decimal\n--     from: The department\n'
  const measure = (fields: string) => lateWith(`--   benchmark: Rate\n${fields}`)
  const [first] = readFolder({
    'cin/one.sql': measure(`${described}--     read as: share of Rate\n`),
    'cp/two.sql': measure(''),
  })
  expect(first!.series[1]!.benchmarks).toMatchObject([
    {
      name: 'Rate',
      item: { title: 'Rate', unit: 'per 10,000', at: 'march', decimals: 1, source: 'The department' },
      reading: { over: 'Rate' },
      note: null,
    },
  ])
  expect(() => readFolder({ 'cin/one.sql': measure(described), 'cp/two.sql': measure(described) })).toThrow(
    "cp/two.sql:18: 'Rate' is described twice",
  )
  expect(() => readFolder({ 'cin/one.sql': measure('') })).toThrow(
    "cin/one.sql:18: no measure describes the published item 'Rate'",
  )
  expect(changed('-- order: ', '-- benchmark: Rate\n-- order: ')).toThrow(
    'fd-things.sql:19: what is published of one series stands below that series',
  )
})

test('45-day timeliness is read with those started and those still open, whichever day it is counted from', () => {
  for (const id of ['as-completed-45wd.from_start', 'as-completed-45wd.from_referral'])
    expect(companionsOf({ id })?.readWith.map(({ series, part }) => [series, part])).toEqual([
      ['as-cohort-45wd', 'cohort'],
      ['as-open-review-points.gt45', 'stock'],
    ])
})

test('conferences held in time are read with those not held, and a plain count alone', () => {
  expect(companionsOf(seriesOf('s47-icpc-15wd')!)?.readWith[0]?.isLeftOut).toBe(true)
  expect(companionsOf(seriesOf('fd-referrals')!)).toBeNull()
})

test('a measure that needs a field which no dataset has, or whose SQL does not run, stops the sealing', async () => {
  const insert = `insert into contacts (contact_id, child_key, contact_date) values ('one', 1, '2015-01-05')`
  const sealWith = async (from: string, to: string) =>
    writeMeasureCases(await buildTestDataset({ asAt: '2015-01-31', insert }), [
      readMeasure('front-door', 'fd-things', good.replace(from, to)),
    ])
  await expect(sealWith('-- needs:       contacts.', '-- needs:       contracts.')).rejects.toThrow(
    "front-door/fd-things.sql:10: the dataset has no 'contracts.contact_date'",
  )
  await expect(sealWith('from contacts;', 'from contracts;')).rejects.toThrow(
    'front-door/fd-things.sql:32: the measure does not run',
  )
})

/** The measures of the catalogue, which reports and plans name; there may be more. */
const CATALOGUE = `ad-a1 ad-a10 ad-a2 ad-adopted ad-adopter-timeliness ad-panel-report-quality ad-presentation-quality
  ad-waiting as-child-seen as-cohort-45wd as-completed-45wd as-duration as-open-review-points as-outcome-nfa
  as-review-point-held as-unseen-10wd cin-drift-list cin-duration cin-open cin-plan-cohort cin-plan-in-place
  cin-reviews-timely cin-stepdown-return cin-taskforce cin-visits-timely cl-accommodation cl-eet cl-in-touch
  cl-pathway cl-staying-put cp-2-years cp-core-groups cp-ended-3m cp-rate cp-repeat cp-report-shared
  cp-reviews-timely cp-sw-attended cp-visits-timely eh-assessments eh-outcomes eh-step-down eh-step-up
  fd-contact-decision-1wd fd-contact-outcomes fd-contacts fd-out-of-hours fd-referral-decision-1wd
  fd-referral-source fd-referrals fd-referrals-nfa fd-rereferrals fd-undecided-backlog fi-agency-cost
  fi-lac-return fi-spend fi-unit-cost icpc-to-plan lac-3-placements lac-3-social-workers lac-dental
  lac-distance lac-flow lac-health lac-number lac-pep lac-permanence lac-review-sw lac-reviews-timely
  lac-s20-drift lac-sdq lac-stability lac-visits-timely mis-children mis-notified mis-rhi-72h mis-rhi-accepted
  mis-rhi-independent mis-rhi-offered pl-brag pl-clinic-actions pl-data-quality pl-evidence pl-impact
  pl-milestones qa-actions qa-audits qa-iro-caseload qa-iro-escalations qa-judgements qa-moderation qa-records
  s47-icpc-15wd s47-open-15wd s47-started s47-to-icpc wf-agency wf-caseload wf-nqsw wf-over-cap wf-oversight
  wf-pipeline wf-sickness wf-supervision wf-turnover wf-unallocated wf-vacancy`

test('every measure is in the catalogue once, and a bare id is its headline', () => {
  const ids = catalogue().map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const held = new Set(HANDBOOK_ORDER.map(({ id }) => id))
  expect(CATALOGUE.split(/\s+/).filter((id) => !held.has(id))).toEqual([])
  expect(seriesOf('as-completed-45wd')?.id).toBe('as-completed-45wd.from_start')
  expect(seriesOf('cp-rate')?.id).toBe('cp-rate.open')
  expect(seriesOf('lac-flow')?.id).toBe('lac-flow.starts')
  expect(seriesOf('wf-caseload')?.id).toBe('wf-caseload.mean')
  expect(seriesOf('fd-contacts')?.id).toBe('fd-contacts')
  expect(seriesOf('no-such-measure')).toBeNull()
})

test('every field that a measure needs has words of its own', async () => {
  // The rooms name the fields of their records.
  await import('../../rooms.ts')
  const fields = [...new Set(catalogue().flatMap(({ needs }) => needs))]
  expect(fields.filter((field) => describeFieldShort(field) === field)).toEqual([])
})

test('every measure says which of its cases to act on, and never those that a good figure counts', () => {
  const wrong = catalogue().filter(({ id, kind, polarity }) => {
    const side = needsActionOf({ id })?.met
    if (kind !== 'rate' || side === undefined) return false
    return (polarity === 'lower' && side === 'no') || (polarity === 'higher' && side === 'yes')
  })
  expect(wrong.map(({ id }) => id)).toEqual([])
  const worse = catalogue().filter(
    ({ id, kind, polarity }) => kind === 'rate' && polarity !== 'neutral' && !needsActionOf({ id }),
  )
  expect(worse.map(({ id }) => id)).toEqual(['cl-staying-put', 'eh-outcomes.claims'])
  expect(needsActionOf({ id: 'as-open-review-points.gt45' })).toEqual({
    met: 'yes',
    order: 'longest',
    words: 'past day 45',
    starts: { table: 'cin_assessments', column: 'start_date', id: 'assessment_id' },
    limit: { days: 45, areWorking: true },
    isDueOnDay: false,
  })
})

test('what to act on is read, or refused with how it is written', () => {
  expect(changed('not met, longest first: done late', 'the late ones')).toThrow(
    /what to act on is written 'met, not met or all, in which order first: words', or 'nobody'/,
  )
  expect(changed(/-- act on: .*\n/, '')).toThrow("the header does not say 'act on'")
})
