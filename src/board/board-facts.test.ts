import { afterAll, beforeAll, expect, test } from 'vitest'
import { boardWorld, boardWorldMigrations, settle, someone } from '../../tests/support/board-world.ts'
import { sqliteStore, type TestStore } from '../../tests/support/stores.ts'
import { unzip } from '../../tests/support/unzip.ts'
import { allow } from '../access/index.ts'
import { BOARD_REPORT } from '../demonstration/board-report.ts'
import { installReport } from './install-report.ts'
import { readReport } from './open-report.ts'
import { reportHtml } from './report-html.tsx'
import { reportWord } from './report-word.tsx'
import { blockText, type Report } from './report.ts'

const writer = someone('norchester', 'programme_manager')

/** Each fact that the report states, by its reference, and the words and figures that state it. */
const FACTS: Readonly<Record<string, readonly string[]>> = {
  M1: [
    'Progress report',
    'Interim Strategic Director of Children’s Services',
    '10 February 2015',
    'Improvement Board',
  ],
  M2: ['since it last met on 16 January 2015'],
  M4: ['Members are asked to note this update'],
  M5: [
    'Referrals remain high',
    'Demand has not decreased',
    'MASH',
    'teething problems',
    'review of it is under consideration',
  ],
  M6: [
    'Programme manager, improvement programme',
    'improvement.programme@norchester.example',
    'Board members are asked what they would want',
  ],
  N1: ['draft Improvement Notice', 'to the Minister for approval', 'any day'],
  N2: ['action plan and the tracker', 'all three say the same', 'every Board member a copy'],
  O1: ['piloting offers of support', 'formal offer', 'end of March or early in April'],
  O2: ['first meeting with Ofsted has been agreed', 'further support', 'Board members are asked'],
  P1: ['After the Board’s last discussion', 'rewritten around Ofsted’s recommendations'],
  P2: ['executive group', 'workshop on 30 January', 'early draft'],
  P3: ['final draft will go out widely', 'across the city'],
  I1: ['Members have approved the revised investment case', 'return on it'],
  I2: [
    'fewer children looked after',
    'lower cost',
    'better early help',
    'Troubled Families',
    'social work practice',
    'leadership',
  ],
  I3: ['Senior managers', 'every strand', '4 February'],
  I4: [
    '£1,000k',
    '£500k of Adoption Reform Grant',
    '2013/14',
    '£500k of corporate resources',
    'Executive',
    'October 2014',
  ],
  I5: ['end of January £335k', '£914k', '£86k', 'temporary posts are being filled later'],
  I6: ['Early help posts', '2015/16'],
  I7: [
    '2 social workers',
    'contact centre',
    '1 March 2015',
    'agency social worker has covered for the last month',
  ],
  I8: ['operations manager', '23 February 2015', 'our own staff cover its business support'],
  I9: ['Emergency duty social worker and MARAC social worker', 'in recruitment', 'agency cover'],
  I10: ['Additional temporary social work capacity', 'ten weeks from the end of January'],
  I11: ['children in need service', '9 February 2015', 'good interest', '27 February 2015', 'in March'],
  I12: ['Additional care planning posts'],
  T1: ['16 external social workers and 3 team managers', 'Monday 2 February 2015'],
  T2: ['every child in need', 'Child and Family Assessment'],
  T3: ['written framework', 'what standard of work', 'by when'],
  T4: ['16 January', 'future model', 'vision', 'early help workshops', 'six weeks later'],
  T5: [
    'Emergency Duty Service',
    'draft appraisal of the options',
    'integrated out-of-hours offer with Health and the Police',
  ],
  T6: [
    'Interim Head of Safeguarding started on 2 February 2015',
    'Deputy Director',
    'Head of Fostering and Adoption',
    'still to be recruited',
  ],
  R1: [
    'Every worker’s caseload',
    'newly qualified',
    '18.9 children on average',
    'A1',
    'every month',
    'recruited to in November',
    'agency staff became permanent',
    'Posts have come empty',
    '15 peripatetic staff',
    'turnover',
    'new advert',
    '15 more peripatetic social workers',
  ],
  R2: [
    'mapping and reviewing',
    'workshop in January',
    '13 February',
    'levels of need',
    'refreshing the strategy',
    'Family hubs',
    'across the city',
  ],
  R3: [
    'All managers attended a session on performance',
    'may have drifted',
    'reason and an action',
    '27 February',
    'dipped to 84.0% in January, 600 of 714',
    'more referrals',
    'leave over Christmas',
    'A2',
    'core audit tool was revised',
    'children in need, child protection and looked-after children',
    'week of 2 February',
  ],
  R4: ['allocated social worker', 'time to read', 'missed', 'ask why', 'list of conferences to come'],
  R5: [
    'Continuous Improvement Framework',
    'in January',
    'senior and operational managers',
    'systematic',
    'same way',
    'reviewing officers',
    'Future audits',
    'reasons for them',
  ],
  R6: [
    'children’s rights team',
    'by hand',
    'offered',
    'accepted',
    'notified and recorded',
    'case system has to be changed',
    'before we can give the Board',
  ],
  R7: [
    'Since January 2015',
    'four grades',
    'panel members',
    'senior worker',
    'team manager',
    'panel adviser',
    'supervision',
    'extra support',
    'poor work',
  ],
}

let store: TestStore
let report: Report

beforeAll(async () => {
  store = await sqliteStore(boardWorldMigrations)
  const world = boardWorld(store.records)
  await settle(world)
  await installReport(world.deps, allow(writer, 'report:draft'), BOARD_REPORT)
  report = (await readReport(world.deps, writer, '2015-02-10')).report
})
afterAll(() => store.close())

/** What a reader reads of a file, without its markup. */
const readable = (markup: string) =>
  markup
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#39;', '’')
    .replaceAll('&amp;', '&')

test.each(Object.entries(FACTS))('fact %s is stated in the report', (_ref, words) => {
  const html = readable(reportHtml(report, null))
  expect(words.filter((said) => !html.includes(said))).toEqual([])
})

test('M3: the sections are in the order that the Board expects, and by theme and recommendation', () => {
  const parts = report.sections.filter(({ level }) => level === 1).map(({ heading }) => heading)
  expect(parts).toEqual([
    'Purpose',
    'Key actions since the last meeting',
    'Progress on the priority and immediate actions',
    'Challenges',
    'Action required',
    'Contributing officers',
  ])
  const progress = report.sections.filter(({ number, level }) => number.startsWith('3.') && level > 1)
  expect(progress.map(({ heading, recommendation }) => recommendation?.ref ?? heading)).toEqual([
    'Practice quality and capacity',
    'R1',
    'R2',
    'R3',
    'R4',
    'R5',
    'Looked-after children, permanence and leaving care',
    'R6',
    'Performance information and quality assurance',
    'R7',
  ])
})

test('the Word document says all that the HTML says, with headings, header rows and pictures that say what they show', async () => {
  const document = unzip(await reportWord(report, null))
    .get('word/document.xml')!
    .toString('utf8')
  const text = document
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
  const paragraphs = report.sections
    .flatMap(({ blocks }) => blocks)
    .filter(({ content }) => content.kind === 'text')
  for (const block of paragraphs)
    for (const line of blockText(block).split('\n\n')) expect(text).toContain(line)
  expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(7) // six parts, and the sources
  expect(document.match(/<w:pStyle w:val="Heading3"\/>/g)).toHaveLength(7) // seven recommendations
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(3)
  expect(document).toMatch(
    /<wp:docPr[^>]*descr="[^"]*January is inside its usual range[^"]*84.0% in January 2015/,
  )
})

test('the HTML file is alone: its language, its title, table heads and a picture with words', () => {
  const html = reportHtml(report, null)
  expect(html).toContain('<html lang="en-GB">')
  expect(html).toContain('<title>Progress report: Improvement Board, 10 February 2015</title>')
  expect(html).toContain('<th scope="col"')
  expect(html).toContain('role="img"')
  expect(html).not.toMatch(/<script|<link|href="\//)
})

test('a table with a day of its own is named in the file, in Word and under the chart', async () => {
  const sentence = 'Contacts as at 31 December 2014; the rest as at 31 January 2015.'
  const { deps } = boardWorld(
    store.records,
    ['norchester'],
    [{ table: 'contacts', name: 'Contacts', asAt: '2014-12-31' }],
  )
  const dated = (await readReport(deps, writer, '2015-02-10')).report
  const { title } = dated.otherDays![0]!
  const files = [
    readable(reportHtml(dated, null)),
    unzip(await reportWord(dated, null))
      .get('word/document.xml')!
      .toString('utf8'),
  ]
  for (const file of files) expect(file).toContain(`${title}: ${sentence}`)
  const charts = dated.sections.flatMap(({ blocks }) =>
    blocks.flatMap(({ content }) => (content.kind === 'chart' ? [content.caption] : [])),
  )
  expect(charts[0]).toMatch(/\. Contacts as at 31 December 2014; the rest as at 31 January 2015$/)
  expect(JSON.stringify(report)).not.toContain('otherDays')
})
