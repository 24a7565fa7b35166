// Pages of someone who is signed in, answered in the process itself, without a network.
import { built, timesOf } from './program.mjs'
import { spread } from './results.ts'

const ROUNDS = 30

/** `data` is the folder of the demonstration. */
export async function benchPages({ data, add }) {
  const { openWaymark } = await built('src/main.js')
  const { silentLog } = await built('src/platform/log.js')
  const { readConfig } = await built('src/platform/config.js')
  const { demonstrationPeople } = await built('src/access/index.js')
  const { webApp } = await built('src/web/index.js')
  const waymark = await openWaymark(readConfig({ data }, {}), silentLog)
  const app = await webApp(waymark)
  const cookie = await signIn(app, await demonstrationPeople(waymark.records, waymark.council))
  const page = async (path) => {
    const answer = await app.request(path, { headers: { cookie } })
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    await answer.text()
  }
  for (const [what, path] of [
    ['home page', '/'],
    ['tracker page', '/tracker'],
    ['measure page, A2', '/measures/as-completed-45wd'],
    ['plan page', '/plan'],
    ['Board report page', '/board/2015-02-10'],
  ]) {
    await page(path)
    add({ what, size: 'small', ...spread(await timesOf(Array(ROUNDS).fill(path), page)) })
  }
  await waymark.close()
}

/** Signs in as the programme manager by the demonstration's own form, and answers the cookie. */
async function signIn(app, people) {
  const manager = people.find(({ person }) => person.role === 'programme_manager').person
  const form = await app.request('/demonstration')
  const before = cookieOf(form)
  const html = await form.text()
  const csrf = /name="_csrf" value="([^"]+)"/.exec(html)[1]
  const field = /name="(\w+)" value="per_/.exec(html)?.[1] ?? 'person'
  const answer = await app.request('/demonstration', {
    method: 'POST',
    headers: { cookie: before, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: csrf, [field]: manager.id }),
  })
  return cookieOf(answer) ?? before
}

const cookieOf = (answer) => answer.headers.get('set-cookie')?.split(';')[0]
