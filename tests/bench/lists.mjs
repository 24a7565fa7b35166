// Pages of a list of more than five thousand rows, answered in the process itself to somebody who sees every child. The list is
// the longest of a city in which every child is there twice, and every second row has an answer. By itself:
// node tests/bench/lists.mjs city=FOLDER
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { multiply } from './measures.mjs'
import { built } from './program.mjs'
import { openResults, spread } from './results.ts'

const ROUNDS = 40
const TIMES = 2
const LISTS = '/api/lists'
const PASSWORD = 'a password for the bench alone'
const LIMIT = 'its table alone, written from rows in memory'

/** `data` is a filled data folder of each size; `add` is a line of the table. */
export async function benchLists({ data, add }) {
  for (const [name, folder] of Object.entries(data)) {
    const copy = mkdtempSync(join(tmpdir(), 'waymark-bench-lists-'))
    try {
      await benchFolder({ name, data: await doubled(folder, copy), add })
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  }
}

/** A data folder in whose only snapshot every child is there several times, with keys and ids of its own. */
async function doubled(folder, copy) {
  const { resumeBuild } = await built('src/dataset/building/build.js')
  cpSync(folder, copy, { recursive: true })
  const snapshots = readdirSync(join(copy, 'snapshots')).filter((file) => file.endsWith('.duckdb'))
  const file = join(copy, 'snapshots', snapshots[0])
  chmodSync(file, 0o640)
  const temporary = join(copy, 'temporary')
  mkdirSync(temporary)
  const build = await resumeBuild(file, temporary)
  await multiply(build, TIMES)
  await build.commit()
  build.close()
  chmodSync(file, 0o440)
  return copy
}

async function benchFolder({ name, data, add }) {
  const { openWaymark } = await built('src/main.js')
  const { silentLog } = await built('src/platform/log.js')
  const { readConfig } = await built('src/platform/config.js')
  const { webApp } = await built('src/web/index.js')
  const waymark = await openWaymark(readConfig({ data }, {}), silentLog)
  const app = await webApp(waymark)
  const person = await personAdded(waymark)
  const cookie = await signedIn(app, person.email)
  const ask = async (path) => {
    const answer = await app.request(path, { headers: { cookie } })
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    return await answer.text()
  }
  // The lists of a snapshot are opened by another one first, so that the program has compiled what it shows them by.
  const lists = JSON.parse(await ask(LISTS)).toSorted((a, b) => (b.total ?? 0) - (a.total ?? 0))
  const [{ name: id, total }, { name: other }] = lists
  await ask(`/lists/${other}`)
  const size = `${name} with every child ${TIMES} times, the ${total.toLocaleString('en-GB')} rows of ${id}`
  const logged = 'with its entry in the access log'
  add({
    what: `a list of a snapshot for the first time, ${logged}`,
    size,
    ...(await timed([`/lists/${id}`], ask)),
  })
  const { rows } = JSON.parse(await ask(`${LISTS}/${id}`))
  await answerSome(waymark, person, id, rows)
  const bare = await bareTable({ id, rows })
  for (const [what, query] of queriesOf(rows)) {
    const pages = Array(ROUNDS).fill(`/lists/${id}${query}`)
    add({
      what: `${what}, ${logged}`,
      size,
      ...(await timed(pages, ask)),
      limit: { what: LIMIT, seconds: bare },
    })
  }
  await waymark.close()
}

/** What of a list is asked for, and how. */
function queriesOf(rows) {
  const team = encodeURIComponent(rows[0].team ?? '')
  const worker = encodeURIComponent(rows.at(-1).worker ?? 'Unallocated')
  return [
    ['first page of a list', ''],
    ['the same, the last page', '?page=999'],
    ...['due', 'child', 'team', 'worker'].map((sort) => [`the same by ${sort}`, `?sort=${sort}`]),
    ['the same of one team', `?team=${team}`],
    ['the same of one worker', `?worker=${worker}`],
    ['the same of one rule', `?rule=${encodeURIComponent(rows[0].rules[0])}`],
    ['the same of children on several lists', '?only=several'],
    ['the same of those whose promise was not kept', '?only=broken'],
    ['the same of those without an answer', '?only=unanswered&sort=due'],
  ]
}

/** The times of wall, and in the note the processor's, which other work on the machine changes less. */
async function timed(paths, ask) {
  const [wall, processor] = [[], []]
  for (const path of paths) {
    const [began, used] = [performance.now(), process.cpuUsage()]
    await ask(path)
    wall.push((performance.now() - began) / 1000)
    const { user, system } = process.cpuUsage(used)
    processor.push((user + system) / 1e6)
  }
  const { seconds } = spread(processor)
  return { ...spread(wall), note: `${(seconds * 1000).toFixed(0)} ms of processor` }
}

/** Every second row is answered for, by records of their own. */
async function answerSome({ records, realClock, pool, council }, person, list, rows) {
  const { allow } = await built('src/access/index.js')
  const { answerTogether } = await built('src/oversight/answers/answer-store.js')
  const { answerLists } = await built('src/oversight/permissions.js')
  const { asAt } = await pool.current(council.id)
  const subjects = new Map(rows.map((row) => [row.child_id ?? row.case_id, row]))
  const answered = [...subjects.values()].filter((_, index) => index % 2 === 0)
  const toRow = ({ child_id, case_id, team, worker, rules, overdue }) => ({
    list,
    childId: child_id,
    caseId: case_id,
    team,
    worker,
    isOverdue: overdue,
    rules: rules.map((rule) => ({ rule, isOverdue: overdue })),
  })
  await answerTogether(
    records,
    allow({ ...person, role: 'head_of_service' }, answerLists),
    realClock,
    answered.map(toRow),
    {
      reason: 'Family away',
      plan: 'A visit is booked, and the duty team telephones until then',
      owner: 'Team manager',
      checkBackOn: realClock.today(),
    },
    asAt,
  )
}

const NO_ANSWER = { answer: null, promise: null, tier: 'team', history: [], others: [] }

/** A row as the API answers it, as the table takes it. */
const bareRow = (list, { child_id, case_id, team, worker, rules, overdue, ...row }) => ({
  list,
  childId: child_id,
  ref: `c-${child_id}`,
  age: 9,
  caseId: case_id,
  team,
  worker,
  isOverdue: overdue,
  daysOver: row.days_over,
  dueOn: row.due_on,
  rules: rules.map((rule) => ({
    rule,
    startsOn: row.clock_started_on,
    dueOn: row.due_on,
    isOverdue: overdue,
    daysOver: row.days_over,
    detail: null,
  })),
})

/** Seconds to write a hundred rows of the page as a table, with nothing read, sorted, checked or logged: the middle of several. */
async function bareTable({ id, rows }) {
  const { ListTable } = await built('src/oversight/lists/list-table.js')
  const { listOfId } = await built('src/oversight/lists/lists.js')
  const { readListQuery } = await built('src/oversight/lists/list-query.js')
  const list = listOfId(id)
  const shown = rows.slice(0, 100).map((row) => ({ row: bareRow(id, row), ...NO_ANSWER }))
  const props = {
    list,
    query: readListQuery({}),
    rows: shown,
    isOverdue: true,
    mayAnswer: true,
    form: null,
    asAt: '2015-01-31',
    today: '2015-02-03',
  }
  const times = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now()
    await ListTable(props).toString()
    times.push((performance.now() - began) / 1000)
  }
  return spread(times).seconds
}

/** Somebody of the data team, who is added for the bench. */
async function personAdded({ records, realClock, council }) {
  const { allow, createPerson, operator } = await built('src/access/index.js')
  const account = {
    email: 'bench-lists@example.org',
    name: 'The bench',
    role: 'data_team',
    scope: { kind: 'everything' },
  }
  const pass = allow(operator(council.id), 'people:write')
  await createPerson(records, realClock, pass, { ...account, password: PASSWORD })
  return { ...account, id: 'per_bench', council: council.id }
}

async function signedIn(app, email) {
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
  const data = Object.fromEntries(process.argv.slice(2).map((argument) => argument.split('=')))
  const { add } = openResults()
  await benchLists({ data, add })
}
