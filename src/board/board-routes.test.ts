import { Hono } from 'hono'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  boardWorld,
  boardWorldMigrations,
  settle,
  someone,
  type BoardWorld,
} from '../../tests/support/board-world.ts'
import { sqliteStore, type TestStore } from '../../tests/support/stores.ts'
import { allow, type Person, type WebEnv } from '../access/index.ts'
import { BOARD_REPORT } from '../demonstration/board-report.ts'
import { NotAllowed, NotFound, Refused, Stale } from '../platform/errors.ts'
import { boardRoutes } from './board-routes.tsx'
import { installReport } from './install-report.ts'

const writer = someone('norchester', 'programme_manager')
const member = someone('norchester', 'board_member')
const stranger = someone('southby', 'programme_manager')
const AT = '/board/2015-02-10'

let store: TestStore
let world: BoardWorld

beforeEach(async () => {
  store = await sqliteStore(boardWorldMigrations)
  world = boardWorld(store.records)
  await settle(world)
  await installReport(world.deps, allow(writer, 'report:draft'), BOARD_REPORT)
})
afterEach(() => store.close())

function pagesFor(person: Person) {
  const app = new Hono<WebEnv>()
  app.use(async (c, next) => {
    c.set('person', person)
    c.set('frame', {
      councilName: 'Norchester City Council',
      brandColour: '#0b4a4f',
      person: { name: person.name, roleTitle: person.role },
      sections: [],
      demonstration: true,
      asAt: '2015-01-31',
      loadedOn: '2015-02-04',
      today: '2015-02-05',
      csrf: 'token',
    })
    await next()
  })
  app.route('/board', boardRoutes(world.deps))
  const status = { NotAllowed: 403, NotFound: 404, Stale: 409, Refused: 409 } as const
  app.onError((error, c) => {
    for (const kind of [NotAllowed, NotFound, Stale, Refused]) {
      if (error instanceof kind) return c.text(error.message, status[kind.name as keyof typeof status] ?? 403)
    }
    throw error
  })
  return {
    get: async (path: string) => {
      const answer = await app.request(path)
      return { status: answer.status, headers: answer.headers, text: await answer.text() }
    },
    post: async (path: string, fields: readonly (readonly [string, string])[]) => {
      const answer = await app.request(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
      })
      return { status: answer.status, location: answer.headers.get('Location'), text: await answer.text() }
    },
  }
}

const blockWith = async (words: string) =>
  store.records
    .selectFrom('report_block')
    .selectAll()
    .where('text', 'like', `%${words}%`)
    .executeTakeFirstOrThrow()

async function resolveInThePages() {
  const page = pagesFor(writer)
  const staff = await blockWith('15 more peripatetic')
  await page.post(`${AT}/blocks/${staff.id}/source`, [
    ['figure', '15 more peripatetic social'],
    ['source', 'HR partner, 4 February'],
  ])
  const a2 = await blockWith('dipped')
  await page.post(`${AT}/blocks/${a2.id}/word`, [
    ['word', 'dipped as-completed-45wd@2015-01'],
    ['reason', 'The Board used the word'],
  ])
  return page.post(`${AT}/blocks/${a2.id}/agree`, [
    ['ref', 'as-completed-45wd@2015-01'],
    ['seen', '84.0%'],
    ['ref', 'as-completed-45wd@2015-01|numerator'],
    ['seen', '600'],
    ['ref', 'as-completed-45wd@2015-01|denominator'],
    ['seen', '714'],
  ])
}

test('the writer sees what is to resolve, numbered in the text and on its notes', async () => {
  const { status, text } = await pagesFor(writer).get(AT)
  expect(status).toBe(200)
  expect(text).toContain('Not ready to issue: 3 to resolve')
  for (const number of [1, 2, 3]) {
    expect(text).toContain(`href="#note-${number}"`)
    expect(text).toContain(`id="note-${number}"`)
  }
  expect(text).toContain('No source: “15 more peripatetic social”')
  expect(text).toContain('“dipped” goes beyond the data')
  expect(text).toContain('href="/measures/as-completed-45wd.from_start"')
  expect(text).not.toMatch(/ style=|<script(?! src="\/assets)/)
})

test('issue pressed early answers with the same list and freezes nothing', async () => {
  const { status, text } = await pagesFor(writer).post(`${AT}/issue`, [])
  expect(status).toBe(422)
  expect(text).toContain('The report cannot be issued yet')
  expect(text).toContain('<title>Error: ')
})

test('once everything is resolved the report is issued, and the Board reads it without marks', async () => {
  const agreed = await resolveInThePages()
  expect(agreed.status).toBe(303)
  expect((await pagesFor(writer).get(AT)).text).toContain('Ready to issue')
  expect((await pagesFor(writer).post(`${AT}/issue`, [])).status).toBe(303)
  const { text } = await pagesFor(member).get(AT)
  expect(text).toContain('as report 1.')
  expect(text).not.toContain('wm-note-number')
  expect(text).not.toContain('/blocks/')
  world.move('as-completed-45wd', '2015-01', 608, 714)
  const later = await pagesFor(member).get(AT)
  expect(later.text).toContain('now 85.2%')
  expect(later.text).toContain('dipped to')
  const again = await pagesFor(writer).post(`${AT}/issue`, [])
  expect(again.status).toBe(409)
})

test('a figure that moved while somebody was reading is not agreed unseen', async () => {
  world.move('as-completed-45wd', '2015-01', 608, 714)
  expect((await resolveInThePages()).status).toBe(409)
})

test('a moved sentence shows was and now next to it', async () => {
  await resolveInThePages()
  world.move('as-completed-45wd', '2015-01', 608, 714)
  const { text } = await pagesFor(writer).get(AT)
  expect(text).toContain('Moved since it was agreed')
  expect(text).toMatch(
    /<dt>Was<\/dt><dd><b>84\.0%<\/b> <span>600 of 714, as at 31 January, agreed 5 February by/,
  )
  expect(text).toMatch(
    /<dt>Now<\/dt><dd><b>85\.2%<\/b> <span>608 of 714, as at 31 January, loaded 4 February/,
  )
})

test('nothing typed is lost: a wrong reference, an empty text, and somebody else’s save', async () => {
  const page = pagesFor(writer)
  const block = await blockWith('note this update')
  const at = `${AT}/blocks/${block.id}`
  const wrong = await page.post(at, [
    ['version', '1'],
    ['text', 'It was {{no-such-measure@2015-01}}, my words.'],
  ])
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('There is no measure no-such-measure')
  expect(wrong.text).toContain('my words.')
  expect(
    (
      await page.post(at, [
        ['version', '1'],
        ['text', ''],
      ])
    ).status,
  ).toBe(422)
  expect(
    (
      await page.post(at, [
        ['version', '1'],
        ['text', 'First.'],
      ])
    ).status,
  ).toBe(303)
  const second = await page.post(at, [
    ['version', '1'],
    ['text', 'Second.'],
  ])
  expect(second.status).toBe(422)
  expect(second.text).toContain('Saved while you were writing')
  expect(second.text).toContain('First.')
  expect(second.text).toContain('Second.</textarea>')
})

test('typed markup is words on every page', async () => {
  const block = await blockWith('note this update')
  await pagesFor(writer).post(`${AT}/blocks/${block.id}`, [
    ['version', '1'],
    ['text', '<img src=x onerror=alert(x)> [x](javascript:alert(x))'],
  ])
  const { text } = await pagesFor(writer).get(AT)
  expect(text).toContain('&lt;img src=x onerror=alert(x)&gt;')
  expect(text).not.toContain('<img')
})

test('the writer may use the words that the data supports', async () => {
  const block = await blockWith('dipped')
  const used = await pagesFor(writer).post(`${AT}/blocks/${block.id}/use-words`, [
    ['word', 'dipped as-completed-45wd@2015-01'],
  ])
  expect(used.status).toBe(303)
  expect((await blockWith('was {{as-completed')).text).toContain(
    'working days was {{as-completed-45wd@2015-01}}',
  )
})

test('the report downloads as Word, HTML and JSON, each as a file', async () => {
  const page = pagesFor(writer)
  for (const format of ['docx', 'html', 'json']) {
    const { status, headers } = await page.get(`${AT}/report.${format}`)
    expect(status).toBe(200)
    expect(headers.get('Content-Disposition')).toBe(
      `attachment; filename="board-report-2015-02-10.${format}"`,
    )
  }
  expect((await page.get(`${AT}/report.exe`)).status).toBe(404)
  expect((await pagesFor(member).get(`${AT}/report.json`)).status).toBe(404)
})

test('a new meeting starts with the six parts that the Board expects', async () => {
  const page = pagesFor(writer)
  const fields = [
    ['title', 'Improvement Board'],
    ['held-on-day', '10'],
    ['held-on-month', '3'],
    ['held-on-year', '2015'],
    ['subject', 'Progress report'],
    ['author', 'Interim Strategic Director'],
  ] as const
  expect((await page.post('/board/new', fields)).location).toBe('/board/2015-03-10')
  expect((await page.get('/board/2015-03-10')).text).toContain('Contributing officers')
  const twice = await page.post('/board/new', fields)
  expect(twice.status).toBe(422)
  expect(twice.text).toContain('There is already a meeting on that day')
  const never = await page.post('/board/new', [
    ...fields.slice(0, 1),
    ['held-on-day', '31'],
    ['held-on-month', '2'],
    ['held-on-year', '2015'],
    ...fields.slice(4),
  ])
  expect(never.text).toContain('must be a real day')
})

test('another council finds neither the meeting nor its paragraphs', async () => {
  const block = await blockWith('dipped')
  const page = pagesFor(stranger)
  expect((await page.get('/board')).text).toContain('No Board meeting has been added yet')
  expect((await page.get(AT)).status).toBe(404)
  expect((await page.get(`${AT}/blocks/${block.id}`)).status).toBe(404)
  expect(
    (
      await page.post(`${AT}/blocks/${block.id}`, [
        ['version', '1'],
        ['text', 'x'],
      ])
    ).status,
  ).toBe(404)
})

test('a Board member may not open the draft', async () => {
  const block = await blockWith('dipped')
  const page = pagesFor(member)
  expect((await page.get(AT)).text).toContain('The report has not been issued yet.')
  expect((await page.get(`${AT}/blocks/${block.id}`)).status).toBe(403)
  expect((await page.post(`${AT}/issue`, [])).status).toBe(403)
})
