// Figures with every kind of split, the tracker and the lists behind figures, on data folders that are filled already. By
// itself: node tests/bench/figures.mjs small=FOLDER city=FOLDER

import { built, timesOf } from './program.mjs'
import { openResults, rank, spread } from './results.ts'

/** At most this many figures of one kind of split, evenly from the catalogue. */
const MAX_FIGURES = 60
const MAX_LISTS = 100
const ROUNDS = 30
const PASSWORD = 'a password for the bench alone'

const sample = (items, most) => {
  const step = Math.max(1, items.length / most)
  return Array.from({ length: Math.min(most, items.length) }, (_, index) => items[Math.floor(index * step)])
}

/** `data` is a filled data folder of each size; `add` is a line of the table. */
export async function benchFigures({ data, add }) {
  for (const [size, folder] of Object.entries(data)) {
    await benchSplits({ folder, size, add })
    await benchTracker({ folder, size, add })
  }
}

async function opened(folder) {
  const { openWaymark } = await built('src/main.js')
  const { silentLog } = await built('src/platform/log.js')
  const { readConfig } = await built('src/platform/config.js')
  const { operator } = await built('src/access/index.js')
  const waymark = await openWaymark(readConfig({ data: folder }, {}), silentLog)
  return { waymark, council: waymark.council.id, person: operator(waymark.council.id) }
}

/** Each figure is read once, so that none comes from what an earlier read kept. */
async function benchSplits({ folder, size, add }) {
  const { allow } = await built('src/access/index.js')
  const { casesBehind, catalogue, figureReader, availability } = await built('src/measures/index.js')
  const { childReader } = await built('src/dataset/index.js')
  const { waymark, council, person } = await opened(folder)
  const snapshot = await waymark.pool.current(council)
  const known = await availability(snapshot)
  const series = catalogue().filter(({ id }) => known.get(id)?.last)
  const reader = figureReader(snapshot, allow(person, 'figures:read'))
  await reader.figures(series[0].id)

  const questions = (splits) =>
    [...Map.groupBy(splits, ({ by }) => by)].map(([by, all]) => [by, sample(all, MAX_FIGURES)])
  const splits = series.flatMap(({ id, splits }) => splits.map((by) => ({ id, by })))
  const every = []
  for (const [by, asked] of questions(splits)) {
    const took = await timesOf(asked, ({ id }) => reader.figures(id, { by }))
    every.push(...took)
    add({ what: `a figure over all months, by ${by}`, size, ...spread(took) })
  }
  add({
    what: 'a figure over all months, with any split',
    size,
    ...spread(every),
    limit: { what: 'its cases counted by month alone', seconds: await bareQuery(snapshot, known, series) },
  })

  const outside = { ...person, role: 'board_member' }
  const hiding = figureReader(snapshot, allow(outside, 'figures:read'))
  const before = () => waymark.pool.earlier(council)
  const hidden = splits.filter(({ by }) => by !== 'worker')
  const hiddenTimes = await timesOf(sample(hidden, MAX_FIGURES), ({ id, by }) =>
    hiding.figures(id, { by, before }),
  )
  add({
    what: 'the same for a reader from whom small numbers are hidden, figures read by others before',
    size,
    ...spread(hiddenTimes),
  })

  const children = childReader(waymark, allow(person, 'cases:read'))
  const month = snapshot.asAt.slice(0, 7)
  const lists = await timesOf(
    sample(
      series.filter(({ id }) => !known.get(id)?.source.startsWith('records')),
      MAX_LISTS,
    ),
    ({ id }) =>
      children.read(casesBehind(snapshot, id, { period: month }), {
        what: 'list',
        subject: 'the bench',
        why: 'to time it',
      }),
  )
  add({ what: 'the list behind a figure, with its entry in the access log', size, ...spread(lists) })
  await waymark.close()
}

/** The first read of a snapshot that has just been opened, and the pages of someone who is signed in. */
async function benchTracker({ folder, size, add }) {
  const { allow } = await built('src/access/index.js')
  const { trackerRows } = await built('src/performance/index.js')
  const first = []
  for (let round = 0; round < 5; round += 1) {
    const { waymark, council, person } = await opened(folder)
    const pass = allow(person, 'figures:read')
    const snapshot = await waymark.pool.current(council)
    first.push(...(await timesOf([null], () => trackerRows(snapshot, waymark.records, pass))))
    await waymark.close()
  }
  add({ what: 'tracker rows, first read of a snapshot', size, seconds: rank(first, 0.5) })

  const { waymark } = await opened(folder)
  const { webApp } = await built('src/web/index.js')
  const app = await webApp(waymark)
  const cookie = await signedIn(waymark, app)
  const page = async (path) => {
    const answer = await app.request(path, { headers: { cookie } })
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    await answer.text()
  }
  add({ what: 'tracker page, first', size, seconds: (await timesOf(['/tracker'], page))[0] })
  for (const path of ['/tracker', '/tracker?group=area'])
    add({
      what: `tracker page, warm: ${path}`,
      size,
      ...spread(await timesOf(Array(ROUNDS).fill(path), page)),
    })
  await waymark.close()
}

/** Signs in by the form, as a programme manager that is added for it; that leaves one account more in the data folder. */
async function signedIn({ records, realClock, council }, app) {
  const { allow, createPerson, operator } = await built('src/access/index.js')
  const email = `bench-${Date.now()}@example.org`
  await createPerson(records, realClock, allow(operator(council.id), 'people:write'), {
    email,
    name: 'The bench',
    role: 'programme_manager',
    scope: { kind: 'everything' },
    password: PASSWORD,
  })
  const cookieOf = (answer) => answer.headers.get('set-cookie')?.split(';')[0]
  const form = await app.request('/sign-in')
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await form.text())[1]
  const answer = await app.request('/sign-in', {
    method: 'POST',
    headers: { cookie: cookieOf(form), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: csrf, email, password: PASSWORD }),
  })
  return cookieOf(answer)
}

/** The median of counting the cases of each series by month, and no more. */
async function bareQuery(snapshot, known, series) {
  const numbers = sample(series, MAX_FIGURES).map(({ id }) => known.get(id).no)
  const count = (no) =>
    snapshot.all(
      `select month_no, count(*) as cases, count(*) filter (where met) as met
       from case_row where series_no = ${no} group by 1`,
    )
  return rank(await timesOf(numbers, count), 0.5)
}

if (import.meta.main) {
  const data = Object.fromEntries(process.argv.slice(2).map((argument) => argument.split('=')))
  const { add } = openResults()
  await benchFigures({ data, add })
}
