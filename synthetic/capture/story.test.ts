import { beforeAll, describe, expect, test } from 'vitest'
import {
  capturedCouncil,
  type CapturedCouncil,
  type CapturedRow,
} from '../../tests/support/captured-council.ts'
import { weekdayNumber, type Day } from '../../src/platform/day.ts'
import { numberOf } from '../day-number.ts'
import { holdingOn } from './holding.ts'

let council: CapturedCouncil
beforeAll(async () => {
  council = await capturedCouncil()
})

const sum = (rows: readonly CapturedRow[], column: string) =>
  rows.reduce((total, row) => total + Number(row[column]), 0)

describe('the improvement budget, whatever the council’s size', () => {
  const lines = () => council.rows('budget-lines')
  const months = () => council.rows('budget-months')

  test('is £1,000k, half of it grant and half corporate resources', () => {
    expect(sum(lines(), 'budget')).toBe(1_000_000)
    const grant = lines().filter((row) => row['funding_source'] === 'Adoption Reform Grant')
    expect(sum(grant, 'budget')).toBe(500_000)
  })

  test('has £335k spent by the end of January, £914k expected by March, and so £86k left', () => {
    expect(sum(months(), 'spent')).toBe(335_000)
    expect(sum(lines(), 'forecast_outturn')).toBe(914_000)
    expect(sum(lines(), 'budget') - sum(lines(), 'forecast_outturn')).toBe(86_000)
    const closed = months().filter(({ spent }) => spent !== '')
    expect(new Set(closed.map(({ month }) => month)).size).toBe(10)
    expect(closed.filter(({ month }) => month! > '2015-01')).toEqual([])
  })

  test('adds up, month by month, in every line', () => {
    for (const line of lines()) {
      const own = months().filter((row) => row['line'] === line['line'])
      expect(own).toHaveLength(12)
      expect(sum(own, 'planned')).toBe(Number(line['budget']))
      expect(sum(own, 'spent') + sum(own, 'expected')).toBe(Number(line['forecast_outturn']))
    }
  })

  test('leaves money because of when posts are filled, and says so of each line', () => {
    for (const line of lines()) {
      const isShort = Number(line['forecast_outturn']) < Number(line['budget'])
      expect(line['reason'] !== '', line['title']).toBe(isShort)
    }
    const rounds = new Set(council.rows('recruitment').map(({ round }) => round))
    const waitsFor = lines().flatMap((row) =>
      row['recruitment_round'] === '' ? [] : [row['recruitment_round']],
    )
    expect(waitsFor.filter((round) => !rounds.has(round))).toEqual([])
  })
})

describe('posts and recruitment', () => {
  test('two social workers come to the contact centre on 1 March, and agency cover is there meanwhile', () => {
    const posts = council.rows('posts').filter(({ team }) => team === 'Contact centre')
    const toCome = posts.filter((row) => row['from_on'] === '2015-03-01')
    expect(toCome).toHaveLength(2)
    expect(toCome.map((row) => [row['state'], row['worker'], row['started_on']])).toEqual([
      ['permanent', '', ''],
      ['permanent', '', ''],
    ])
    expect(posts.filter(({ state, to_on }) => state === 'agency' && to_on === '')).toHaveLength(1)
  })

  test('the hub’s operations manager starts on 23 February, and early help posts wait for the next year', () => {
    const of = (title: string) => council.rows('recruitment').find((row) => row['title'] === title)!
    expect(of('Operations manager')).toMatchObject({ stage: 'start day set', start_planned_on: '2015-02-23' })
    expect(of('Early help posts')).toMatchObject({ stage: 'planned', advertised_on: '2015-04-13' })
    expect(of('Peripatetic social workers, winter round')).toMatchObject({ places: '15', started: '0' })
    expect(of('Every vacancy')).toMatchObject({ stage: 'started', started_on: '2014-11-24' })
  })

  test('a post has one spell after another, and a vacancy has no worker', () => {
    const posts = council.rows('posts')
    for (const [post, spells] of Map.groupBy(posts, ({ post }) => post!)) {
      for (const [place, spell] of spells.entries()) {
        const before = spells[place - 1]
        if (before) expect(before['to_on']! < spell['from_on']!, post).toBe(true)
      }
    }
    expect(posts.filter(({ state, worker }) => state === 'vacant' && worker !== '')).toEqual([])
  })
})

test('the tender for children in need closes on 9 February, is decided on the 27th and begins in March', () => {
  const planned = new Map(council.rows('contracts').map(({ step, planned_on }) => [step, planned_on]))
  expect(planned.get('tender closes')).toBe('2015-02-09')
  expect(planned.get('provider decided')).toBe('2015-02-27')
  expect(planned.get('service begins')).toMatch(/^2015-03-/)
  const happened = council.rows('contracts').filter(({ happened_on }) => happened_on !== '')
  expect(happened.map(({ step }) => step)).toEqual(['need agreed', 'market tested', 'tender opens'])
})

describe('the taskforce', () => {
  test('is 16 social workers and 3 managers from 2 February', () => {
    const workers = council.rows('taskforce-workers')
    expect(Map.groupBy(workers, ({ role }) => role).get('social worker')).toHaveLength(16)
    expect(Map.groupBy(workers, ({ role }) => role).get('team manager')).toHaveLength(3)
    expect(new Set(workers.map((row) => row['start_planned_on']))).toEqual(new Set(['2015-02-02']))
    expect(new Set(workers.map(({ worker }) => worker)).size).toBe(19)
  })

  test('has every child in need on its list once, each with a worker and a day in the ten weeks', () => {
    const listed = council.rows('taskforce-cases')
    const inNeed = council.families
      .flatMap(({ children }) => children)
      .filter((child) => holdingOn(child, numberOf('2015-01-30'), council.view)?.kind === 'in need')
    expect(listed).toHaveLength(inNeed.length)
    expect(new Set(listed.map(({ child_id }) => child_id))).toEqual(new Set(inNeed.map(({ id }) => id)))
    for (const row of listed) {
      expect(row['planned_start_on']! >= '2015-02-02' && row['planned_start_on']! <= '2015-04-10').toBe(true)
    }
  })
})

describe('audits', () => {
  test('are a sample of each cohort from January 2015, of children who were in it, and few before', () => {
    const kinds = {
      'child in need': 'in need',
      'child protection': 'on a plan',
      'looked after': 'looked after',
    }
    const children = new Map(
      council.families.flatMap(({ children }) => children.map((child) => [child.id, child])),
    )
    const january = council.rows('audits').filter(({ month }) => month === '2015-01')
    expect([...Map.groupBy(january, ({ cohort }) => cohort).values()].map(({ length }) => length)).toEqual([
      2, 2, 2,
    ])
    for (const { child_id, cohort } of january) {
      const holding = holdingOn(children.get(child_id!)!, numberOf('2014-12-31'), council.view)
      expect(holding?.kind).toBe(kinds[cohort as keyof typeof kinds])
    }
    const before = Map.groupBy(council.rows('audits'), ({ month }) => month)
    for (const [month, audits] of before)
      if (month !== '2015-01') expect(audits.length).toBeLessThan(january.length)
  })

  test('are with the moderator’s grade where there is one, and an inadequate one has its safety check', () => {
    for (const row of council.rows('audits')) {
      expect(row['final_grade']).toBe(
        row['moderated_grade'] === '' ? row['first_grade'] : row['moderated_grade'],
      )
      if (row['month'] === '2015-01' && row['first_grade'] === 'inadequate') {
        expect(row['safety_checked_on']).toBe(row['completed_on'])
      }
    }
    const audits = new Set(council.rows('audits').map(({ audit }) => audit))
    expect(council.rows('audit-actions').filter(({ audit }) => !audits.has(audit))).toEqual([])
  })
})

describe('the adoption panel', () => {
  test('judges reports from January 2015, on Wednesdays, of children with an adoption plan', () => {
    const rows = council.rows('adoption-panel')
    const adopted = new Set(
      council.families.flatMap(({ children }) =>
        children.filter(({ adoption }) => adoption).map(({ id }) => id),
      ),
    )
    expect(rows.filter(({ child_id }) => child_id !== '' && !adopted.has(child_id!))).toEqual([])
    for (const row of rows) {
      expect(row['report_grade'] !== '').toBe(row['panel_on']! >= '2015-01-01')
      expect(weekdayNumber(row['panel_on'] as Day)).toBe(3)
    }
    expect(rows.filter((row) => row['report_grade'] !== '').length).toBeGreaterThan(0)
  })
})
