import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writtenCouncil, type WrittenCouncil } from '../../tests/support/written-council.ts'
import { ssdCodesOf } from '../../tests/support/ssd-codes.ts'
import { publishedColumns, type SsdColumn } from '../../src/standards/ssd/ssd-table.ts'
import { SSD } from '../../src/standards/ssd/tables.ts'
import type { Day } from '../../src/platform/day.ts'
import { numberOf, type DayNumber } from '../day-number.ts'
import type { ChildLog, RecordedEvent } from '../event-log.ts'
import { averageAuthority } from '../plans/england.ts'
import { smallCouncil } from '../plans/small-council.ts'
import { WRITTEN_TABLES, type WrittenTable } from './ssd-files.ts'
import { openSsdWriter, ssdView } from './writer.ts'

let council: WrittenCouncil
beforeAll(async () => {
  council = await writtenCouncil(smallCouncil(2015), openSsdWriter)
})
afterAll(() => council.remove())

const rows = (table: WrittenTable) => council.rows(`ssd/ssd_${table}.csv`)
const cells = (table: WrittenTable, field: string): string[] =>
  rows(table).flatMap((row) => (row[field] === '' ? [] : [row[field]!]))
const fieldsOf = (table: WrittenTable): [string, SsdColumn][] => publishedColumns(SSD[table])
const everyField = () =>
  WRITTEN_TABLES.flatMap((table) => fieldsOf(table).map(([name, field]) => ({ table, name, field })))

describe('the definition', () => {
  test('has the 47 published tables but that of the staging, and their 349 fields', () => {
    expect(WRITTEN_TABLES).toHaveLength(47)
    expect(everyField()).toHaveLength(349)
  })

  test('names every field by the four letters of its table, and no two alike', () => {
    const names = everyField().map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const table of WRITTEN_TABLES.filter((name) => name !== 'version_log')) {
      expect(new Set(fieldsOf(table).map(([name]) => name.slice(0, 4))).size, table).toBe(1)
    }
  })

  test('refers to fields that there are', () => {
    const there = new Set(everyField().map(({ table, name }) => `${table}.${name}`))
    expect(
      everyField().filter(({ field }) => field.refersTo !== undefined && !there.has(field.refersTo)),
    ).toEqual([])
  })
})

test('each table is a file with its fields in order', () => {
  for (const table of WRITTEN_TABLES) {
    expect(council.header(`ssd/ssd_${table}.csv`)).toEqual(fieldsOf(table).map(([name]) => name))
  }
  expect(council.files).toHaveLength(WRITTEN_TABLES.length + 1)
})

/** What nobody fills. */
const EMPTY: readonly WrittenTable[] = ['pre_proceedings', 'voice_of_child', 's251_finance']
/** Education, health and care plans were five months old on the small council's last day: none had been issued in it. */
const PLANS: readonly WrittenTable[] = ['ehcp_named_plan', 'ehcp_active_plans', 'sen_need']

test('tables that the log says something of have rows, and only those that nobody fills have none', async () => {
  const empty = WRITTEN_TABLES.filter((table) => rows(table).length === 0)
  expect(new Set(empty)).toEqual(new Set([...EMPTY, ...PLANS]))
  const later = await writtenCouncil(averageAuthority(1, 6, 8000), openSsdWriter)
  expect(PLANS.filter((table) => later.rows(`ssd/ssd_${table}.csv`).length === 0)).toEqual([])
  later.remove()
})

test('every key is in its table once', () => {
  for (const { table, name } of everyField()) {
    if (SSD[table].naturalKey.join() !== name) continue
    const keys = rows(table).map((row) => row[name]!)
    expect(
      keys.filter((key) => key === ''),
      `${table}.${name}`,
    ).toEqual([])
    expect(new Set(keys).size, `${table}.${name}`).toBe(keys.length)
  }
})

test('whatever refers to another table finds its row there', () => {
  let tried = 0
  for (const { table, name, field } of everyField()) {
    if (field.refersTo === undefined) continue
    const [other, key] = field.refersTo.split('.') as [WrittenTable, string]
    const there = new Set(rows(other).map((row) => row[key]))
    const lost = cells(table, name).filter((cell) => !there.has(cell))
    expect(lost, `${table}.${name}`).toEqual([])
    tried += cells(table, name).length
  }
  expect(tried).toBeGreaterThan(50_000)
})

test('ids that the publication ties to no table are of rows all the same', () => {
  const ids = (table: WrittenTable, field: string) => new Set(cells(table, field))
  const referrals = ids('cin_episodes', 'cine_referral_id')
  const periods = ids('cla_episodes', 'clae_cla_id')
  const plans = ids('cp_plans', 'cppl_cp_plan_id')
  const UNTIED: [WrittenTable, string, Set<string>][] = [
    ['cla_episodes', 'clae_referral_id', referrals],
    ['cp_plans', 'cppl_referral_id', referrals],
    ['involvements', 'invo_referral_id', referrals],
    ['involvements', 'invo_person_id', ids('person', 'pers_person_id')],
    ['cla_visits', 'clav_cla_id', periods],
    ['permanence', 'perm_cla_id', periods],
    ['initial_cp_conference', 'icpc_cp_plan_id', plans],
    ['cp_visits', 'cppv_cp_plan_id', plans],
  ]
  for (const [table, field, there] of UNTIED) {
    expect(
      cells(table, field).filter((cell) => !there.has(cell)),
      `${table}.${field}`,
    ).toEqual([])
  }
})

test('every code is published, and stands bare', () => {
  for (const { table, name, field } of everyField()) {
    const codes = ssdCodesOf(field)
    if (codes === null) continue
    const found = cells(table, name).flatMap((cell) =>
      field.isList ? (JSON.parse(cell) as string[]) : [cell],
    )
    expect(
      found.filter((code) => !codes.includes(code)),
      `${table}.${name}`,
    ).toEqual([])
  }
})

test('every object has its keys, and counts its outcomes', () => {
  for (const { table, name, field } of everyField()) {
    if (field.keys === undefined) continue
    const distinct = [...new Set(cells(table, name))].map(
      (cell) => JSON.parse(cell) as Record<string, unknown>,
    )
    expect(distinct.length, `${table}.${name}`).toBeGreaterThan(0)
    for (const said of distinct) {
      expect(Object.keys(said)).toEqual(field.keys)
      const flags = Object.values(said).filter((value) => value === 'Y').length
      const count = said['TOTAL_NO_OF_OUTCOMES']
      if (count !== undefined && count !== '') expect(count).toBe(flags)
    }
  }
})

test('every day is written as a database hands it out, and nothing is known from after the extract', () => {
  const DUE = /_due(_date)?$|_target_date$|expected_dob$/
  for (const { table, name, field } of everyField()) {
    if (field.type !== 'date') continue
    const days = cells(table, name)
    expect(
      days.filter((day) => !/^\d{4}-\d\d-\d\dT00:00:00$/.test(day)),
      `${table}.${name}`,
    ).toEqual([])
    if (DUE.test(name) || table === 'version_log') continue
    expect(
      days.filter((day) => day > '2015-01-31T00:00:00'),
      `${table}.${name}`,
    ).toEqual([])
  }
})

describe('what the event log says', () => {
  const of = <Event>(events: (child: ChildLog) => readonly Event[]) => council.children.flatMap(events)
  const day = (event: RecordedEvent | null): DayNumber | null => {
    const { asAt, recordedTo } = council.view
    const isKnown = event !== null && event.on <= asAt && event.recordedOn <= recordedTo
    return isKnown ? event.on : null
  }
  const happened = (event: RecordedEvent) => (day(event) ?? 0) >= council.view.from
  const goesOn = (started: RecordedEvent, ended: RecordedEvent | null) =>
    day(started) !== null && (day(ended) ?? Infinity) >= council.view.from
  const within = (on: DayNumber) => on >= council.view.from && on <= council.view.asAt

  test('is in the tables as often', () => {
    const needs = of(({ needs }) => needs.filter(({ started, closed }) => goesOn(started, closed)))
    const plans = of(({ plans }) => plans.filter(({ started, ended }) => goesOn(started, ended)))
    const care = of(({ care }) => care.filter(({ started, ended }) => goesOn(started, ended)))
    const count = (things: readonly (readonly { on: DayNumber }[])[]) =>
      things.flat().filter(({ on }) => within(on)).length
    const COUNTS: Partial<Record<WrittenTable, number>> = {
      contacts: of(({ contacts }) => contacts.filter(({ received }) => happened(received))).length,
      early_help_episodes: of(({ earlyHelp }) =>
        earlyHelp.filter(({ started, ended }) => goesOn(started, ended)),
      ).length,
      cin_assessments: of(({ assessments }) =>
        assessments.filter(({ started, authorised }) => goesOn(started, authorised)),
      ).length,
      cin_visits: count(needs.map(({ visits }) => visits)),
      cp_plans: plans.length,
      cp_visits: count(plans.map(({ visits }) => visits)),
      cp_reviews: count(plans.map(({ reviews }) => reviews)),
      // A first plan, and one with an aim for good.
      cla_care_plan:
        care.length +
        care.filter(({ permanencePlannedOn: on }) => on !== null && on <= council.view.asAt).length,
      cla_visits: count(care.map(({ visits }) => visits)),
      cla_reviews: count(care.map(({ reviews }) => reviews)),
      cla_health: care
        .flatMap(({ healthChecks, dentalChecks }) => [...healthChecks, ...dentalChecks])
        .filter(within).length,
      disability: rows('person').reduce(
        (sum, { pers_person_id }) =>
          sum + council.children.find(({ id }) => id === pers_person_id)!.disabilities.length,
        0,
      ),
    }
    for (const [table, expected] of Object.entries(COUNTS)) {
      expect(expected, table).toBeGreaterThan(50)
      expect(rows(table as WrittenTable).length, table).toBe(expected)
    }
  })

  test('is open in the tables where it is open in the log', () => {
    const open = <Event>(
      events: readonly Event[],
      started: (event: Event) => RecordedEvent,
      ended: (event: Event) => RecordedEvent | null,
    ) => events.filter((event) => day(started(event)) !== null && day(ended(event)) === null).length
    const blank = (table: WrittenTable, field: string) =>
      rows(table).filter((row) => row[field] === '').length
    expect(blank('cla_episodes', 'clae_cla_episode_ceased_date')).toBe(
      open(
        of(({ care }) => care),
        ({ started }) => started,
        ({ ended }) => ended,
      ),
    )
    expect(blank('cp_plans', 'cppl_cp_plan_end_date')).toBe(
      open(
        of(({ plans }) => plans),
        ({ started }) => started,
        ({ ended }) => ended,
      ),
    )
    expect(blank('cin_assessments', 'cina_assessment_auth_date')).toBe(
      open(
        of(({ assessments }) => assessments),
        ({ started }) => started,
        ({ authorised }) => authorised,
      ),
    )
    const needsOpen = open(
      of(({ needs }) => needs),
      ({ started }) => started,
      ({ closed }) => closed,
    )
    const openReferrals = rows('cin_episodes').filter(
      ({ cine_close_date, cine_cin_primary_need_code }) =>
        cine_close_date === '' && cine_cin_primary_need_code !== '',
    )
    expect(openReferrals).toHaveLength(needsOpen)
  })

  test('of referrals is all in, and earlier ones where something that came of them still went on', () => {
    const received = of(({ referrals }) => referrals.filter((referral) => happened(referral.received)))
    const from = council.view.from
    const inPeriod = rows('cin_episodes').filter(
      ({ cine_referral_date }) => dayIn(cine_referral_date) >= from,
    )
    expect(inPeriod).toHaveLength(received.length)
    const earlier = rows('cin_episodes').length - inPeriod.length
    expect(earlier).toBeGreaterThan(20)
  })

  test('of a conference leads to the plan that was made there, and back', () => {
    const conferences = new Map(rows('initial_cp_conference').map((row) => [row['icpc_icpc_id']!, row]))
    const tied = rows('cp_plans').filter(({ cppl_icpc_id }) => cppl_icpc_id !== '')
    expect(tied.length).toBeGreaterThan(rows('cp_plans').length * 0.95)
    for (const { cppl_icpc_id, cppl_cp_plan_id, cppl_cp_plan_start_date } of tied) {
      const conference = conferences.get(cppl_icpc_id!)!
      expect(conference['icpc_cp_plan_id']).toBe(cppl_cp_plan_id)
      expect(conference['icpc_icpc_outcome_cp_flag']).toBe('Y')
      expect(conference['icpc_icpc_date']).toBe(cppl_cp_plan_start_date)
    }
  })
})

const dayIn = (cell: string | undefined): DayNumber => numberOf((cell ?? '').slice(0, 10) as Day)

test('a period of care is whole: its episodes follow on each other from the day of entry', () => {
  for (const episodes of Map.groupBy(rows('cla_episodes'), (row) => row['clae_cla_id']).values()) {
    expect(episodes[0]!['clae_cla_episode_start_date']).toBe(episodes[0]!['clae_entered_care_date'])
    for (const [place, episode] of episodes.entries()) {
      const next = episodes[place + 1]
      expect(episode['clae_cla_episode_start_reason'] === 'S').toBe(place === 0)
      expect(episode['clae_cla_episode_ceased_reason'] === 'X1').toBe(next !== undefined)
      if (next) expect(next['clae_cla_episode_start_date']).toBe(episode['clae_cla_episode_ceased_date'])
    }
  }
})

test('who is involved with a child on a day is who held the case, and one at a time while in care', () => {
  const workers = rows('involvements').filter((row) => row['invo_professional_role_id'] === 'CW')
  const byChild = Map.groupBy(workers, (row) => row['invo_person_id']!)
  const { view, workforce } = council
  const onView = (row: Record<string, string>) => row['invo_involvement_end_date'] === ''
  let tried = 0
  for (const child of council.children) {
    const care = child.care.find(
      ({ started, ended }) => started.on <= view.asAt && (ended === null || ended.on > view.asAt),
    )
    if (!care || care.started.recordedOn > view.recordedTo) continue
    const worker = workforce.workerAt(care.position, view.asAt)
    const involved = byChild.get(child.id)!.filter(onView)
    expect(involved.map((row) => row['invo_professional_id'])).toEqual(worker === null ? [] : [worker])
    tried += 1
  }
  expect(tried).toBeGreaterThan(30)
})

test('a worker of whom a table speaks is a professional with a code for a name', () => {
  for (const row of rows('professionals')) {
    expect(row['prof_professional_name']).toBe(row['prof_professional_id'])
    expect(row['prof_professional_id']).toMatch(/^[A-Z]+-\d+$/)
  }
  const caseloads = rows('professionals').map((row) => Number(row['prof_professional_caseload']))
  expect(Math.max(...caseloads)).toBeGreaterThan(15)
})

test('nobody is real: no names, no places, no pupil numbers of an authority that there is', () => {
  for (const field of ['pers_forename', 'pers_surname']) expect(cells('person', field)).toEqual([])
  expect(cells('address', 'addr_address_postcode').filter((code) => !code.startsWith('ZZ'))).toEqual([])
  expect(
    cells('linked_identifiers', 'link_identifier_value').filter((upn) => !/^[A-Z]999/.test(upn)),
  ).toEqual([])
  expect(council.text('ssd/README.txt')).toContain('invented')
  expect(rows('version_log')[0]!['description']).toContain('Invented')
})

test('the dataset goes back six years, and no further than the log is whole', () => {
  const view = { ...council.view, asAt: numberOf('2015-01-31') }
  expect(ssdView({ ...view, from: numberOf('2007-01-01') }).from).toBe(numberOf('2009-01-31'))
  expect(ssdView({ ...view, from: numberOf('2012-01-01') }).from).toBe(numberOf('2012-01-01'))
})

test('the same seed writes the same bytes', async () => {
  const again = await writtenCouncil(smallCouncil(2015), openSsdWriter)
  for (const { file } of council.files) expect(again.text(file) === council.text(file), file).toBe(true)
  again.remove()
})
