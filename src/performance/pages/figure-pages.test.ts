import { afterAll, beforeAll, expect, test } from 'vitest'
import { allow, operator, readAccessLog } from '../../access/index.ts'
import { askRooms, type Answers, type Services } from '../../platform/room.ts'
import { measured } from '../../../tests/support/measured.ts'
import {
  boardMember,
  elsewhere,
  figuresApp,
  headOfService,
  programmeManager,
  teamManager,
  type FiguresApp,
} from '../../../tests/support/figures-app.ts'

const A2 = '/measures/as-completed-45wd.from_start'
const LATE = `${A2}/cases?period=2015-01&met=no`

/** What the plan answers to what a measure's page asks. */
const PLAN: Answers = {
  usesOfMeasure: (_person, { id }) =>
    Promise.resolve(
      id === 'as-completed-45wd.from_start'
        ? [{ text: 'Recommendation R3', href: '/plan/rec_3', note: 'management oversight' }]
        : [],
    ),
}

let app: FiguresApp
beforeAll(async () => {
  app = await figuresApp({
    ask: askRooms([{ name: 'plan', answers: () => Promise.resolve(PLAN) }], () => ({}) as Services),
  })
})
afterAll(() => app.close())

const words = (html: string) =>
  html
    .replace(/<(?:title|desc)[^>]*>.*?<\/(?:title|desc)>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const rowsOf = (html: string) => [...html.matchAll(/<tr class="govuk-table__row"><th scope="row"/g)].length
const entries = async () =>
  (await readAccessLog(app.records, allow(operator('norchester'), 'access-log:read'), 1)).entries

test('the tracker says first how many are getting worse, and puts off track first', async () => {
  const html = await app.as(programmeManager).read('/tracker')
  expect(words(html)).toMatch(/measures are getting worse; none is getting better\./)
  const order = ['id="off-track"', 'id="hit-or-miss"', 'id="watched"', 'id="cannot-tell"'].map((id) =>
    html.indexOf(id),
  )
  expect(order.every((place) => place > 0)).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
})

test('each measure of the tracker links to its page and says one sentence', async () => {
  const html = await app.as(programmeManager).read('/tracker')
  expect(html).toContain(
    '<a href="/measures/as-completed-45wd.from_start">Assessments completed within 45 working days</a>',
  )
  expect(words(html)).toContain('Ask what changed in January.')
})

test('the tracker can be grouped by area, in its address', async () => {
  const html = await app.as(programmeManager).read('/tracker?group=area')
  expect(html).toContain('id="front-door"')
  expect(html).toContain('<b>Grouped by area</b>')
})

test('the tracker downloads as CSV, a line for each measure', async () => {
  const csv = await app.as(programmeManager).read('/tracker/latest.csv')
  const lines = csv.trim().split('\r\n')
  expect(lines[0]).toContain('ref,id,title,month,numerator,denominator,value')
  expect(lines).toHaveLength(9)
})

test('the page of a measure says whether the figure has changed, and shows the backlog that the figure leaves out', async () => {
  const text = words(await app.as(headOfService).read(A2))
  expect(text).toContain('January’s 71.9% is a real change for the worse.')
  expect(text).toContain(
    '40 assessments are still open past day 45, 27 more than in December, and this figure leaves them out.',
  )
  for (const panel of ['Flow.', 'Cohort.', 'Stock.']) expect(text).toContain(panel)
})

test('a charted measure is a picture with a name, a description and unique ids', async () => {
  const html = await app.as(headOfService).read(A2)
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
  expect(ids).toEqual([...new Set(ids)])
  expect(html).not.toContain(' style=')
})

test('a manager opens the list behind every count of the month-by-month table', async () => {
  const html = await app.as(headOfService).read(A2)
  expect(html).toContain('/cases?period=2015-01&amp;met=yes')
  expect(html).toContain('/cases?period=2015-01&amp;met=all')
  expect(html).toContain('/measures/as-open-review-points.gt45/cases?period=2015-01&amp;met=yes')
})

test('a Board member sees counts in plain bold, and is told why', async () => {
  const html = await app.as(boardMember).read(A2)
  expect(html).not.toContain('/cases?')
  expect(words(html)).toContain('Your role sees counts only')
  expect(html).not.toContain('?by=worker')
})

test('a Board member sees the two counts of a small team and no percentage, in page and file alike', async () => {
  const html = words(await app.as(boardMember).read(`${A2}?by=team`))
  expect(html).toContain('East – Fewer than 10 4 of 5')
  const line = (csv: string) => csv.split('\r\n').find((row) => row.includes('2015-01,team,East'))
  expect(line(await app.as(boardMember).read(`${A2}.csv?by=team`))).toMatch(/,4,5,,%/)
  expect(line(await app.as(headOfService).read(`${A2}.csv?by=team`))).toMatch(/,4,5,80,%/)
})

test('the team that stands out is named, and comes first', async () => {
  const html = words(await app.as(headOfService).read(`${A2}?by=team`))
  expect(html).toContain('By team: North 2 is getting worse, at 35.0%')
  expect(html.indexOf('North 2 35.0%')).toBeLessThan(html.indexOf('South 1 89.5%'))
})

test('a team manager sees the workers of their own team alone', async () => {
  const html = words(await app.as(teamManager).read(`${A2}?by=worker`))
  expect(html).toContain('SW-105')
  expect(html).not.toContain('SW-110')
})

test('a measure says where it is used', async () => {
  expect(await app.as(boardMember).read(A2)).toContain(
    '<a href="/plan/rec_3">Recommendation R3</a>, management oversight',
  )
})

test('the list behind a figure is as long as the figure says', async () => {
  const html = await app.as(headOfService).read(LATE)
  expect(words(html)).toContain('All 18 in this figure.')
  expect(rowsOf(html)).toBe(18)
})

test('a team manager sees the children of their own team, and how many there are in all', async () => {
  const html = await app.as(teamManager).read(LATE)
  expect(words(html)).toContain('You can see 13 of the 18 in this figure.')
  expect(rowsOf(html)).toBe(13)
  expect(words(html)).not.toContain('South 1')
})

test('a child is linked by an opaque name: their own id is in no address', async () => {
  const html = await app.as(teamManager).read(LATE)
  const addresses = [...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1] ?? '')
  expect(addresses.filter((address) => address.startsWith('/children/c-'))).toHaveLength(13)
  expect(addresses.filter((address) => /N\d{5}/.test(address))).toEqual([])
})

test('opening a list is written down, with the children on it, and so is downloading it', async () => {
  const before = (await entries()).length
  await app.as(teamManager).read(LATE)
  await app.as(teamManager).read(LATE.replace('/cases?', '/cases.csv?'))
  const written = await entries()
  expect(written).toHaveLength(before + 2)
  expect(written.slice(0, 2).map((entry) => [entry.what, entry.subject, entry.children.length])).toEqual([
    ['export', 'as-completed-45wd.from_start 2015-01 met:no', 13],
    ['cases', 'as-completed-45wd.from_start 2015-01 met:no', 13],
  ])
})

test('a reading that cannot be written down is not answered', async () => {
  const broken = await figuresApp({
    clock: {
      today: () => '2015-02-05',
      now: () => {
        throw new Error('no clock')
      },
    },
  })
  const answer = await broken.as(teamManager).get(LATE)
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('North 2-23')
  await broken.close()
})

test('a list has the same children as its CSV', async () => {
  const csv = await app.as(headOfService).read(`${A2}/cases.csv?period=2015-01&met=all&by=team&value=North+2`)
  expect(csv.trim().split('\r\n')).toHaveLength(21)
})

test('who sees counts only may open no list', async () => {
  expect((await app.as(programmeManager).get(LATE)).status).toBe(403)
  expect((await app.as(boardMember).get(LATE.replace('/cases?', '/cases.csv?'))).status).toBe(403)
})

test('another council sees none of it', async () => {
  expect(words(await app.as(elsewhere).read('/tracker'))).toContain('There are no figures yet.')
  expect(words(await app.as(elsewhere).read(A2))).toContain('There are no figures yet.')
  expect((await app.as(elsewhere).get(LATE)).status).toBe(404)
})

test('an address that no link of ours makes is not found', async () => {
  const reader = app.as(headOfService)
  for (const path of [
    '/measures/no-such-measure',
    '/measures/no-such-measure.csv',
    `${A2}/cases`,
    `${A2}/cases?period=2015-13`,
    `${A2}/cases?period=2015-01&met=perhaps`,
    `${A2}/cases?period=2015-01&by=postcode&value=M1`,
  ]) {
    expect((await reader.get(path)).status, path).toBe(404)
  }
})

test('what only a room to come will record says so once, and whose it will be', async () => {
  const html = words(await app.as(headOfService).read('/measures/qa-records'))
  expect(html).toContain('it is captured in assurance')
  expect(html).not.toContain('Not available from this source.')
})

test('a measure whose field the source does not hold says which, and draws nothing', async () => {
  const snapshot = await measured({ asAt: '2015-01-31', insert: '', absent: ['cin_assessments.child_seen'] })
  const without = await figuresApp({ pool: { current: () => Promise.resolve(snapshot) } })
  const html = await without.as(headOfService).read('/measures/as-child-seen.seen')
  expect(words(html)).toContain('Not available: your files do not give whether the child was seen')
  expect(words(html)).toContain('(cin_assessments.child_seen)')
  expect(html).not.toContain('<figure')
  expect(words(await without.as(programmeManager).read('/tracker'))).toContain('Not available')
  await without.close()
})

test('how every measure is defined is one page, by area', async () => {
  const html = await app.as(boardMember).read('/measures')
  expect(html).toContain('<h2>Front door</h2>')
  expect(html).toContain('href="/measures/as-completed-45wd.from_start"')
})
