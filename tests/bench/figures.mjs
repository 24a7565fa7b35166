// Figures with every kind of split, the tracker and the lists behind figures, on data folders that are filled already. By
// itself: node tests/bench/figures.mjs small=FOLDER city=FOLDER

/** At most this many figures of one kind of split, evenly from the catalogue. */
const MAX_FIGURES = 60
const MAX_LISTS = 100
const ROUNDS = 30
const PASSWORD = 'a password for the bench alone'

const at = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]
const format = (milliseconds) => `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`
const medianAndP95 = (took) => `${format(at(took, 0.5))}, p95 ${format(at(took, 0.95))}`
const sample = (items, most) => {
  const step = Math.max(1, items.length / most)
  return Array.from({ length: Math.min(most, items.length) }, (_, index) => items[Math.floor(index * step)])
}

async function timed(asked, work) {
  const took = []
  for (const item of asked) {
    const began = performance.now()
    await work(item)
    took.push(performance.now() - began)
  }
  return took
}

/** `built` imports a module of the built program; `data` is the data folder of each size; `add` is a line of the table. */
export async function benchFigures({ built, data, add }) {
  for (const [size, folder] of Object.entries(data)) {
    await benchSplits({ built, folder, size, add })
    await benchTracker({ built, folder, size, add })
  }
}

async function opened({ built, folder }) {
  const { openWaymark } = await built('src/main.js')
  const { silentLog } = await built('src/platform/log.js')
  const { readConfig } = await built('src/platform/config.js')
  const { operator } = await built('src/access/index.js')
  const waymark = await openWaymark(readConfig({ data: folder }, {}), silentLog)
  return { waymark, council: waymark.council.id, person: operator(waymark.council.id) }
}

/** Each figure is read once, so that none comes from what an earlier read kept. */
async function benchSplits({ built, folder, size, add }) {
  const { allow } = await built('src/access/index.js')
  const { casesBehind, catalogue, figureReader, availability } = await built('src/measures/index.js')
  const { childReader } = await built('src/dataset/index.js')
  const { waymark, council, person } = await opened({ built, folder })
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
    const took = await timed(asked, ({ id }) => reader.figures(id, { by }))
    every.push(...took)
    add(`a figure over all months, by ${by}`, size, medianAndP95(took))
  }
  add('a figure over all months, with any split', size, medianAndP95(every))

  const outside = { ...person, role: 'board_member' }
  const hiding = figureReader(snapshot, allow(outside, 'figures:read'))
  const before = () => waymark.pool.earlier(council)
  const hidden = splits.filter(({ by }) => by !== 'worker')
  add(
    'the same for a reader from whom small numbers are hidden, figures read by others before',
    size,
    medianAndP95(
      await timed(sample(hidden, MAX_FIGURES), ({ id, by }) => hiding.figures(id, { by, before })),
    ),
  )

  const children = childReader(waymark, allow(person, 'cases:read'))
  const month = snapshot.asAt.slice(0, 7)
  const lists = await timed(
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
  add('the list behind a figure, with its entry in the access log', size, medianAndP95(lists))
  await waymark.close()
}

/** The first read of a snapshot that has just been opened, and the pages of someone who is signed in. */
async function benchTracker({ built, folder, size, add }) {
  const { allow } = await built('src/access/index.js')
  const { trackerRows } = await built('src/performance/index.js')
  const first = []
  for (let round = 0; round < 5; round += 1) {
    const { waymark, council, person } = await opened({ built, folder })
    const pass = allow(person, 'figures:read')
    const snapshot = await waymark.pool.current(council)
    first.push(...(await timed([null], () => trackerRows(snapshot, waymark.records, pass))))
    await waymark.close()
  }
  add('tracker rows, first read of a snapshot', size, format(at(first, 0.5)))

  const { waymark } = await opened({ built, folder })
  const { webApp } = await built('src/web/index.js')
  const app = await webApp(waymark)
  const cookie = await signedIn(built, waymark, app)
  const page = async (path) => {
    const answer = await app.request(path, { headers: { cookie } })
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    await answer.text()
  }
  add('tracker page, first', size, format((await timed(['/tracker'], page))[0]))
  for (const path of ['/tracker', '/tracker?group=area'])
    add(`tracker page, warm: ${path}`, size, medianAndP95(await timed(Array(ROUNDS).fill(path), page)))
  await waymark.close()
}

/** Signs in by the form, as a programme manager that is added for it; that leaves one account more in the data folder. */
async function signedIn(built, { records, realClock, council }, app) {
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

if (import.meta.main) {
  const built = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href)
  const data = Object.fromEntries(process.argv.slice(2).map((argument) => argument.split('=')))
  await benchFigures({ built, data, add: (...line) => console.log(line.join(' | ')) })
}
