// Pages of the longest list of work and of missing children, answered in the process itself to somebody who sees every child. By itself:
// node tests/bench/lists.mjs city=FOLDER

import { openResults, spread } from './results.ts'
import { built, timesOf } from './program.mjs'

const ROUNDS = 20
const PASSWORD = 'a password for the bench alone'

/** `data` is a filled data folder of each size; `add` is a line of the table. */
export async function benchLists({ data, add }) {
  const { openWaymark } = await built('src/main.js')
  const { silentLog } = await built('src/platform/log.js')
  const { readConfig } = await built('src/platform/config.js')
  const { webApp } = await built('src/web/index.js')
  for (const [name, folder] of Object.entries(data)) {
    const waymark = await openWaymark(readConfig({ data: folder }, {}), silentLog)
    const app = await webApp(waymark)
    const cookie = await signedIn(waymark, app)
    const ask = async (path) => {
      const answer = await app.request(path, { headers: { cookie } })
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
      return await answer.text()
    }
    const lists = JSON.parse(await ask('/api/lists'))
    const { name: id, total } = lists.toSorted((a, b) => (b.total ?? 0) - (a.total ?? 0))[0]
    const rows = JSON.parse(await ask(`/api/lists/${id}`)).rows
    const team = encodeURIComponent(rows[0].team ?? '')
    const worker = encodeURIComponent(rows.at(-1).worker ?? 'Unallocated')
    const size = `${name}, the ${total.toLocaleString('en-GB')} rows of ${id}`
    for (const [what, query] of [
      ['first page of a list', ''],
      ['the same by worker', '?sort=worker'],
      ['the same by child, page 20', '?sort=child&page=20'],
      ['the same of one team', `?team=${team}`],
      ['the same of one worker', `?worker=${worker}`],
      ['the same of children on several lists', '?only=several'],
      ['the same of those without an answer', '?only=unanswered&sort=due'],
    ])
      add({
        what: `${what}, with its entry in the access log`,
        size,
        ...spread(await timesOf(Array(ROUNDS).fill(`/lists/${id}${query}`), ask)),
      })
    add({
      what: 'times missing with their clocks, with their entry in the access log',
      size: name,
      ...spread(await timesOf(Array(ROUNDS).fill('/missing'), ask)),
    })
    await waymark.close()
  }
}

/** Signs in by the form, as somebody of the data team who is added for it; that leaves one account more in the data folder. */
async function signedIn({ records, realClock, council }, app) {
  const { allow, createPerson, operator } = await built('src/access/index.js')
  const email = `bench-lists-${Date.now()}@example.org`
  await createPerson(records, realClock, allow(operator(council.id), 'people:write'), {
    email,
    name: 'The bench',
    role: 'data_team',
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
  const data = Object.fromEntries(process.argv.slice(2).map((argument) => argument.split('=')))
  const { add } = openResults()
  await benchLists({ data, add })
}
