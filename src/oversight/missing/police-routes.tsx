import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { allow, may, type WebEnv } from '../../access/index.ts'
import { toCsv } from '../../platform/csv.ts'
import { isMonth, monthOf, shiftMonth, type Month } from '../../platform/day.ts'
import { NotFound, Refused } from '../../platform/errors.ts'
import { formatCount } from '../../platform/words.ts'
import { changeRecord, recordTransaction } from '../../records/index.ts'
import { csvFile } from '../clinics/clinic-routes.tsx'
import { MISSING_AT } from './places.ts'
import { missingView, type MissingDeps } from './missing-read.ts'
import { dayOf } from './moment.ts'
import { keepPolice } from './permissions.ts'
import { CAUSES, policeReport, type PoliceReport } from './police.ts'
import { keepPoliceList, readPoliceList } from './police-list.ts'
import { PolicePage, policeMonth } from './police-page.tsx'

/** Some ten thousand rows. */
const MAX_FILE = 1024 * 1024

/** The police's list and the council's, child by child; mounted at `/missing/police`. */
export const policeRoutes = (deps: MissingDeps) =>
  new Hono<WebEnv>()
    .get('/', async (c) => await show(deps, c, [], null))
    .post(
      '/',
      bodyLimit({
        maxSize: MAX_FILE,
        onError: (c: Context<WebEnv>) =>
          show(deps, c, ['The file is larger than 1 MB: send it in parts'], null),
      }),
      async (c) => {
        const pass = allow(c.var.person, keepPolice)
        const { file } = await c.req.parseBody()
        if (!(file instanceof File) || file.name === '') return await show(deps, c, ['Choose a file'], null)
        const read = readPoliceList(new Uint8Array(await file.arrayBuffer()), deps.clock.today())
        if (!read.ok) return await show(deps, c, read.faults, null)
        const { added, changed } = await keepPoliceList(deps.records, pass, deps.clock, read.lines)
        const month = monthOf(
          dayOf(
            read.lines
              .map(({ missingFrom }) => missingFrom)
              .toSorted()
              .at(-1)!,
          ),
        )
        return c.redirect(`${MISSING_AT}/police?month=${month}&added=${added}&changed=${changed}`, 303)
      },
    )
    .post('/:id', async (c) => {
      const pass = allow(c.var.person, keepPolice)
      const view = await missingView(deps, c.var.person)
      const report = view.police.find(({ id }) => id === c.req.param('id'))
      if (!report) throw new NotFound('There is no such police report')
      const body = await c.req.parseBody()
      const cause = body['cause']
      if (cause !== '' && !isCause(cause)) throw new Refused('Choose why the council does not have it')
      await recordTransaction(deps.records, pass, deps.clock, policeReport, (open) =>
        changeRecord(open, policeReport, report.id, Number(body['version']), {
          cause: cause === '' ? null : cause,
        }),
      )
      const month = isMonth(body['month']) ? body['month'] : monthOf(dayOf(report.missingFrom))
      return c.redirect(`${MISSING_AT}/police?month=${month}`, 303)
    })

const isCause = (text: unknown): text is NonNullable<PoliceReport['cause']> =>
  typeof text === 'string' && Object.hasOwn(CAUSES, text)

/** The month that is asked for; otherwise the last that has ended. */
const monthIn = (deps: MissingDeps, c: Context<WebEnv>): Month => {
  const asked = c.req.query('month')
  return isMonth(asked) ? asked : shiftMonth(monthOf(deps.clock.today()), -1)
}

async function show(deps: MissingDeps, c: Context<WebEnv>, faults: readonly string[], kept: string | null) {
  const { person, frame } = c.var
  const view = await missingView(deps, person, 'cases', {
    subject: 'missing children, police and council',
  })
  const [added, changed] = [Number(c.req.query('added')), Number(c.req.query('changed'))]
  const brought =
    Number.isInteger(added) && c.req.query('added') !== undefined
      ? `${formatCount(added, 'report')} added, ${changed} put right.`
      : kept
  return c.html(
    <PolicePage
      frame={frame}
      view={view}
      month={monthIn(deps, c)}
      mayKeep={may(person, keepPolice)}
      faults={faults}
      kept={brought}
    />,
    faults.length > 0 ? 422 : 200,
  )
}

/** The month's reconciliation as a file: one row for each report or time. */
export const policeFile = (deps: MissingDeps) =>
  new Hono<WebEnv>().get('/', async (c) => {
    const view = await missingView(deps, c.var.person, 'export', {
      subject: 'missing children, police and council',
    })
    const month = monthIn(deps, c)
    const { both, policeOnly, councilOnly } = policeMonth(view, month)
    return csvFile(
      `police-and-council-${month}`,
      toCsv(
        ['child_id', 'in', 'police_ref', 'police_missing_from', 'council_missing_from', 'hours_apart', 'why'],
        [
          ...both.map(({ police, ours, hoursApart }) => [
            ours.childId,
            'both',
            police.policeRef,
            police.missingFrom,
            ours.missingFrom,
            Math.round(hoursApart * 10) / 10,
            '',
          ]),
          ...policeOnly.map((report) => [
            report.childId,
            'police only',
            report.policeRef,
            report.missingFrom,
            '',
            null,
            report.cause === null ? '' : CAUSES[report.cause],
          ]),
          ...councilOnly.map((entry) => [
            entry.childId,
            'council only',
            '',
            '',
            entry.missingFrom,
            null,
            entry.reportedBy,
          ]),
        ],
      ),
    )
  })
