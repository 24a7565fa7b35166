import { afterEach, beforeEach, expect, test } from 'vitest'
import { boardWorld, boardWorldMigrations, settle, someone } from '../../tests/support/board-world.ts'
import { sqliteStore, type TestStore } from '../../tests/support/stores.ts'
import { allow } from '../access/index.ts'
import { BOARD_REPORT } from '../demonstration/board-report.ts'
import { installReport } from './install-report.ts'
import { openReport, readReport } from './open-report.ts'
import { readPublicReport } from './open-public-report.ts'
import { LEFT_OUT, publicReport, saysSmallNumber, type Published } from './public-report.ts'
import { reportJson } from './report-json.ts'
import { reportHtml } from './report-html.tsx'
import type { Report, Sentence } from './report.ts'
import { Refused } from '../platform/errors.ts'

const writer = someone('norchester', 'programme_manager')
const EVERYTHING: Published = { isShown: () => true, isWhole: () => true }
const hiding = (series: string): Published => ({
  isShown: (id) => !id.startsWith(series),
  isWhole: (id) => !id.startsWith(series),
})

let store: TestStore
let report: Report
let deps: ReturnType<typeof boardWorld>['deps']
beforeEach(async () => {
  store = await sqliteStore(boardWorldMigrations)
  const world = boardWorld(store.records)
  deps = world.deps
  await settle(world)
  await installReport(world.deps, allow(writer, 'report:draft'), BOARD_REPORT)
  const { meeting } = await readReport(world.deps, writer, '2015-02-10')
  report = (await openReport(world.deps, allow(writer, 'report:draft'), meeting)).report
})
afterEach(() => store.close())

test('a hidden figure is in no sentence, table, picture or text of the public edition, in any form', () => {
  const shown = publicReport(report, hiding('as-completed-45wd'))
  const before = reportHtml(report, null)
  const after = reportHtml(shown, null)
  expect(before).toContain('84.0%')
  for (const text of [after, JSON.stringify(reportJson(shown, null))]) {
    expect(text).toContain(LEFT_OUT)
    expect(text).not.toContain('84.0%')
    expect(text).not.toContain('600 of 714')
  }
  expect(after).toContain('For the public.')
})

test('where nothing is hidden and no small number is said, the text is as it was issued', () => {
  const text = (from: Report) =>
    from.sections.flatMap(({ blocks }) => blocks.map((block) => reportJson({ ...from, sections: [{ ...from.sections[0]!, blocks: [block] }] }, null).sections[0]!.blocks[0]!.text)) // prettier-ignore
  const [full, open] = [text(report), text(publicReport(report, EVERYTHING))]
  const changed = open.filter((one, index) => one !== full[index])
  expect(changed.every((one) => one.includes(LEFT_OUT) || one.includes('left out'))).toBe(true)
  expect(changed.length).toBeLessThan(full.length / 2)
})

const sentence = (text: string): Sentence => [{ kind: 'words', text, bold: false, italic: false }]
const edition = (...sentences: string[]) => {
  const content = {
    kind: 'text',
    lines: [{ form: 'paragraph', sentences: sentences.map(sentence) }],
  } as const
  const block = { id: 'b', kind: 'text', owner: 'p', version: 1, content } as const
  const [section] = publicReport({ ...report, sections: [{ ...report.sections[0]!, blocks: [block as never] }] }, EVERYTHING).sections // prettier-ignore
  return reportJson({ ...report, sections: [section!] }, null).sections[0]!.blocks[0]!.text
}

test('a small number that somebody typed, in figures or in words, takes its sentence with it', () => {
  expect(edition('The desk is open.', '3 were reopened.', 'Two more wait.', 'All is well.')).toBe(
    `The desk is open. ${LEFT_OUT} All is well.`,
  )
})

test.each([
  'One of the children was moved',
  'both children came back',
  'a single referral was late',
  'Of these, five are over a year',
  'We found 4 cases',
  'only 1 worker left',
])('“%s” says a small number', (text) => {
  expect(saysSmallNumber(text)).toBe(true)
})
test.each([
  'within 2 working days',
  'on 5 February 2015',
  'action A2 is done',
  'at 3.5% of all',
  'it cost £4',
  'in 2015/16',
  'two weeks ago',
  'one another',
  'item 3.1 is open',
  '14 of 25 children',
])('“%s” says none', (text) => {
  expect(saysSmallNumber(text)).toBe(false)
})

test('a draft has no public edition', async () => {
  await expect(readPublicReport(deps, allow(writer, 'report:issue'), '2015-02-10')).rejects.toThrow(Refused)
})
