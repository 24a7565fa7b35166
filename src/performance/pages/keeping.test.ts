import { afterAll, beforeAll, expect, test } from 'vitest'
import { allow, operator } from '../../access/index.ts'
import { setRunLengths } from '../spc/chart-rules-store.ts'
import { stoppedClock } from '../../platform/day.ts'
import {
  boardMember,
  elsewhere,
  figuresApp,
  headOfService,
  programmeManager,
  type FiguresApp,
} from '../../../tests/support/figures-app.ts'

const A2 = '/measures/as-completed-45wd.from_start'

let app: FiguresApp
beforeAll(async () => {
  app = await figuresApp()
})
afterAll(() => app.close())

const words = (html: string) =>
  html
    .replace(/<(?:title|desc)[^>]*>.*?<\/(?:title|desc)>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const target = { ref: 'A2', title: '', target: '90', path: '' }
const byMarch = { 'target_by-day': '31', 'target_by-month': '3', 'target_by-year': '2015' }

test('a manager sets a target with a day and a path, and the page draws and says them', async () => {
  const manager = app.as(programmeManager)
  expect(await manager.read(`${A2}/target`)).toContain('value="90"')
  const path = '2014-11 82\n2015-01 86\n2015-03 92'
  const answer = await manager.post(`${A2}/target`, { ...target, ...byMarch, target: '92', path })
  expect(answer.status).toBe(303)
  const html = await manager.read(A2)
  expect(words(html)).toContain('92% by 31 March')
  expect(html).toContain('>Agreed path</text>')
  expect(words(html)).toContain('Short strokes: the agreed path to the target.')
  expect(words(await manager.read(`${A2}/target`))).toContain(
    'The target is 92% by 31 March 2015, on a path of 3 agreed months.',
  )
  await manager.post(`${A2}/target`, { ...target, ...byMarch })
})

test('an error in a target is shown at its field and above the form, and what was typed is kept', async () => {
  const answer = await app.as(programmeManager).post(`${A2}/target`, {
    ...target,
    target: 'ninety',
    'target_by-day': '31',
    'target_by-month': '2',
    'target_by-year': '2015',
    path: 'soon',
  })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toMatch(/<title>Error: /)
  for (const text of [
    'Enter the target as a number, like 90',
    'Enter the day it is to be met by as a real day, like 31 March 2015',
    'Line 1 of the path must be a month and a value, like 2015-02 86',
  ])
    expect(html.split(text)).toHaveLength(3)
  expect(html).toContain('href="#target_by-day"')
  expect(html).toContain('value="ninety"')
})

test('a measure that the tracker did not follow is put on it, and can be taken off', async () => {
  const manager = app.as(programmeManager)
  const cohort = '/measures/as-open-review-points.gt20'
  expect(words(await manager.read(`${cohort}/target`))).toContain(
    'The tracker does not follow this measure yet.',
  )
  expect((await manager.post(`${cohort}/target`, { ...target, ref: 'A2' })).status).toBe(422)
  expect((await manager.post(`${cohort}/target`, { ...target, ref: 'A9', target: '20' })).status).toBe(303)
  expect(await manager.read('/tracker')).toContain(`href="${cohort}"`)
  expect((await manager.post(`${cohort}/target`, { do: 'remove' })).status).toBe(303)
  expect(await manager.read('/tracker')).not.toContain(`href="${cohort}"`)
})

test('limits start anew for a named cause, are drawn on the chart with it, and can be withdrawn', async () => {
  const manager = app.as(headOfService)
  const fault = await manager.post(`${A2}/limits`, { month: '2014-11', cause: '' })
  expect(fault.status).toBe(422)
  expect(await fault.text()).toContain('Enter what changed, like New assessment form')
  expect((await manager.post(`${A2}/limits`, { month: '2014-07', cause: 'New form' })).status).toBe(303)
  const html = await manager.read(A2)
  expect(html).toContain('>New form</text>')
  expect(words(html)).toContain('Limits start anew where a cause is named, last for “New form”.')
  expect(words(html)).toContain('Only 7 months since “New form”, so limits are trial.')
  const page = await manager.read(`${A2}/limits`)
  expect(words(page)).toContain('July 2014: New form')
  const withdraw = /action="([^"]+\/withdraw)"/.exec(page)![1]!
  expect((await manager.post(withdraw, {})).status).toBe(303)
  expect(await manager.read(A2)).not.toContain('>New form</text>')
  expect((await manager.post(withdraw, {})).status).toBe(404)
})

test('the length of a run is set in one place and printed under every chart', async () => {
  const manager = app.as(programmeManager)
  expect(words(await manager.read('/tracker/charts'))).toContain('This is the usual setting')
  expect((await manager.post('/tracker/charts', { shift: '2', trend: '7' })).status).toBe(422)
  expect((await manager.post('/tracker/charts', { shift: '8', trend: '6' })).status).toBe(303)
  for (const path of ['/tracker', '/tracker/overview', A2])
    expect(words(await manager.read(path))).toContain('8 on one side of the average, 6 running up or down')
  const writing = allow(operator('norchester'), 'targets:write')
  await setRunLengths(app.records, writing, stoppedClock('2015-02-05'), { shift: 7, trend: 7 })
})

test('who only reads figures may settle nothing, and is offered no link to it', async () => {
  const reader = app.as(boardMember)
  for (const path of [`${A2}/target`, `${A2}/limits`, '/tracker/charts']) {
    expect((await reader.get(path)).status, path).toBe(403)
    expect((await reader.post(path, {})).status, path).toBe(403)
  }
  expect(await reader.read(A2)).not.toContain('Settings of this measure')
})

test('another council’s targets and limits are untouched', async () => {
  await app.as(elsewhere).post(`${A2}/target`, { ...target, target: '12' })
  expect(words(await app.as(programmeManager).read(A2))).toContain('90% by 31 March')
})

test('the overview puts every measure in its place between the two questions', async () => {
  const html = await app.as(programmeManager).read('/tracker/overview')
  expect(words(html)).toMatch(
    /Start with the (measure that is|\w+ measures that are) getting worse and missing (its target|their targets): /,
  )
  const ids = ['wf-caseload.mean', 'as-completed-45wd.from_start', 'fd-referrals']
  // Once each in the grid, in the phone's lists and in the table.
  for (const id of ids) expect(html.split(`href="/measures/${id}"`)).toHaveLength(4)
  const csv = await app.as(programmeManager).read('/tracker/overview.csv')
  expect(csv.trim().split('\r\n')).toHaveLength(9)
  expect(words(await app.as(elsewhere).read('/tracker/overview'))).toContain('There are no figures yet.')
})

test('teams are compared with the council by how many cases each has', async () => {
  const html = await app.as(headOfService).read(`${A2}?by=team`)
  expect(words(html)).toContain('Do teams differ by more than chance?')
  expect(words(html)).toMatch(/in the 12 months to January 2015/)
  expect(html).toContain('id="funnel-chart-wide-t"')
  const csv = await app.as(headOfService).read(`${A2}/funnel.csv`)
  expect(csv.trim().split('\r\n')).toHaveLength(5)
})

test('workers are never compared with each other', async () => {
  const html = await app.as(headOfService).read(`${A2}?by=worker`)
  expect(html).not.toContain('funnel-chart')
})
