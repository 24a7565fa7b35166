import { afterAll, beforeAll, expect, test } from 'vitest'
import { boardMember, elsewhere, figuresApp, type FiguresApp } from '../../../tests/support/figures-app.ts'
import { catalogue } from '../../measures/catalogue/catalogue.ts'
import { HANDBOOK } from './handbook-entry.ts'

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
const page = (id: string) => app.as(boardMember).read(`/handbook/measures/${id}`)

test('the measures of an area have places of their own in the handbook', () => {
  const places = HANDBOOK.map(({ area, order }) => `${area} ${order}`)
  expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([])
})

test('every series says what the scripting contract promises of it', () => {
  for (const series of catalogue()) {
    const { id, title, asks, unit, numerator, leavesOut, clock, standard, version } = series
    for (const said of [title, asks, unit, numerator, leavesOut, clock, standard, version])
      expect(said, id).not.toBe('')
    expect(['flow', 'stock'], id).toContain(series.timing)
    expect(['higher', 'lower', 'neutral'], id).toContain(series.polarity)
  }
})

test('the list leads to a page for each measure, and says which are not available yet', async () => {
  const html = await app.as(boardMember).read('/handbook/measures')
  expect(html).toContain(
    '<a href="/handbook/measures/as-completed-45wd">Assessments completed within 45 working days</a>',
  )
  expect(words(html)).toContain('Not available yet.')
})

test('a page says what is counted, draws the clock on real days, and names each trap with our rule', async () => {
  const html = await page('as-completed-45wd')
  const text = words(html)
  expect(text).toContain('Authorised by a manager on or before the 45th working day')
  expect(text).toContain(
    'Working day 45 is Wednesday 25 February 2015. From Thursday 26 February 2015 on it is late',
  )
  expect(html.match(/wm-chart--wide/g)).toHaveLength(1)
  expect(html.match(/wm-chart--narrow/g)).toHaveLength(1)
  expect(text).toContain('the bank holidays 25 December, 26 December and 1 January')
  expect(text).toContain('The start is day 0, and worked examples hold every clock to it')
  expect(text).toContain('Version 1, for months from 1 April 2014')
  expect(html).toContain('href="/measures/as-completed-45wd.from_start"')
})

test('a page says which fields it needs, who carries them, and how full they are in the files in use', async () => {
  const text = words(await page('as-completed-45wd'))
  expect(text).toMatch(
    /The day a manager authorised the assessment cin_assessments\.auth_date .*Annex A.* Filled in \d+% of [\d,]+ rows/,
  )
})

test('a measure that no file can give yet says what it waits for', async () => {
  expect(words(await page('qa-records'))).toContain('Not available yet: the day on which a record was made')
})

test('a rule that speaks of another measure links to its page', async () => {
  const html = await page('ad-a1')
  expect(html).toContain('<a href="/handbook/measures/ad-waiting">')
})

test('a page of no measure is not found, and a council without files sees nothing of another’s', async () => {
  expect((await app.as(boardMember).get('/handbook/measures/no-such')).status).toBe(404)
  const text = words(await app.as(elsewhere).read('/handbook/measures/as-completed-45wd'))
  expect(text).toContain('Nothing has been loaded yet')
  expect(text).not.toMatch(/Filled in \d+%/)
})

test('every page of the handbook can be made', async () => {
  const registered = new Set(catalogue().map(({ measure }) => measure))
  for (const { id } of HANDBOOK.filter((entry) => registered.has(entry.id))) {
    const answer = await app.as(boardMember).get(`/handbook/measures/${id}`)
    expect(answer.status, id).toBe(200)
    expect(await answer.text(), id).not.toMatch(/undefined|NaN|\[object/)
  }
})

test('a measure’s own page and the list of definitions lead to the handbook', async () => {
  expect(await app.as(boardMember).read('/measures/as-completed-45wd')).toContain(
    'href="/handbook/measures/as-completed-45wd"',
  )
  expect(await app.as(boardMember).read('/measures')).toContain('href="/handbook/measures"')
})
