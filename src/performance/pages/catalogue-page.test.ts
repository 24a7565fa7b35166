import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogue } from '../../measures/index.ts'
import { figuresApp, programmeManager, type FiguresApp } from '../../../tests/support/figures-app.ts'

let app: FiguresApp
beforeAll(async () => {
  app = await figuresApp()
})
afterAll(() => app.close())

test('the index has a line for each measure, by area, and a link to each of its series', async () => {
  const html = await app.as(programmeManager).read('/measures')
  const measures = new Set(catalogue().map(({ measure }) => measure))
  expect(html).toContain(`${measures.size} measures, by area.`)
  for (const { id } of catalogue()) expect(html).toContain(`href="/measures/${id}"`)
})

test('a measure is found by words, and by the reference that the tracker gives it', async () => {
  const html = await app.as(programmeManager).read('/measures?q=plans+two+years')
  expect(html).toContain('href="/measures/cp-2-years.open"')
  expect(html).not.toContain('href="/measures/fi-spend.actual"')
  const nearly = await app.as(programmeManager).read('/measures?q=vacansies')
  expect(nearly).toContain('These are the nearest.')
  expect(nearly).toContain('href="/measures/wf-')
  const none = await app.as(programmeManager).read('/measures?q=%3Cb%3Exyzzy')
  expect(none).toContain('No measure has the words')
  expect(none).not.toContain('<b>xyzzy')
})
