import { Hono, type Context } from 'hono'
import { allow, may, type WebEnv } from '../../access/index.ts'
import { addDays, isDay, weekdayNumber, type Day } from '../../platform/day.ts'
import { errorsOf, readForm, typedFrom, typedIn } from '../../records/index.ts'
import { workTaskforce } from '../permissions.ts'
import { givenChoices, takersOf } from './case-form.ts'
import { narrowed } from './children-query.ts'
import { isDrawn, stateOf, taskforceCase, type TaskforceCase } from './taskforce-case.ts'
import { childrenOf, workersOf, type TaskforceDeps } from './taskforce-read.ts'
import { changeCases } from './taskforce-store.ts'
import { taskforceHref } from './taskforce.ts'
import { boxOf, WeekPage, type WeekPageProps } from './week-page.tsx'

const { givenOn } = taskforceCase.fields
const GIVING = { givenOn }

const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayNumber(day))

/** The giving out of one week; mounted at `/taskforces`. Child-level. */
export const weekRoutes = (deps: TaskforceDeps) =>
  new Hono<WebEnv>()
    .get('/:id/week', async (c) => {
      const { typed, givenTo } = { typed: typedFrom(GIVING, { givenOn: deps.clock.today() }), givenTo: '' }
      return await show(deps, c, await readWeek(deps, c), { typed, givenTo, chosen: [], errors: {} })
    })
    .post('/:id/week', async (c) => {
      const pass = allow(c.var.person, workTaskforce)
      const week = await readWeek(deps, c)
      const body = await c.req.parseBody({ all: true })
      const typed = typedIn(GIVING, body)
      const givenTo = typeof body['given_to'] === 'string' ? body['given_to'] : ''
      const chosen = [body['child']].flat().filter((one) => typeof one === 'string')
      const again = (errors: WeekPageProps['form']['errors']) =>
        show(deps, c, week, { typed, givenTo, chosen, errors })
      const read = readForm(GIVING, typed)
      if (!read.ok) return await again(read.errors)
      const picked = chosen.map((box) => ({
        box,
        child: week.waiting.find((one) => box.startsWith(`${one.id}~`)),
      }))
      if (picked.length === 0) return await again({ child: 'Choose at least one child' })
      if (picked.some(({ child }) => !child))
        return await again({
          child: 'One of them was given out meanwhile, or is not yours to give: choose again',
        })
      if (givenTo === '' || !week.choices.some(({ value }) => value === givenTo))
        return await again({ given_to: 'Choose a team or a worker' })
      const change = { ...takersOf(givenTo, week.workers), givenOn: read.value.givenOn }
      for (const { child } of picked) {
        const now = { today: deps.clock.today(), now: `${deps.clock.today()}T12:00:00Z` }
        const { taskforceWorker: noWorker, ...faults } = taskforceCase.check({ ...child!, ...change }, now)
        const errors = errorsOf({ ...faults, ...(noWorker && { givenTo: noWorker }) })
        if (Object.keys(errors).length > 0) return await again(errors)
      }
      await changeCases(
        deps.records,
        pass,
        deps.clock,
        picked.map(({ box, child }) => ({ id: child!.id, version: Number(box.split('~')[1]) })),
        change,
      )
      return c.redirect(`${taskforceHref(week.taskforce.id)}/week?of=${week.monday}`, 303)
    })

type Week = Omit<WeekPageProps, 'form' | 'frame' | 'mayWork'>

async function readWeek(deps: TaskforceDeps, c: Context<WebEnv>): Promise<Week> {
  const { person } = c.var
  const id = c.req.param('id') ?? ''
  const today = deps.clock.today()
  const of = c.req.query('of')
  const { taskforce, children } = await childrenOf(deps, person, id, (cases) =>
    narrowed(cases, {}, { daysAllowed: 0, today, isDrawn }),
  )
  const workers = await workersOf(deps, person, id)
  const isWaiting = (child: TaskforceCase) => stateOf(child, today) === 'waiting' && child.givenOn === null
  return {
    taskforce,
    monday: mondayOf(isDay(of) ? of : today),
    workers,
    cases: children,
    waiting: children.filter(isWaiting),
    choices: [{ value: '', text: 'Choose a team or a worker' }, ...givenChoices(workers).slice(1)],
  }
}

async function show(_deps: TaskforceDeps, c: Context<WebEnv>, week: Week, form: WeekPageProps['form']) {
  const { person, frame } = c.var
  const offered = week.waiting.map(boxOf)
  const chosen = form.chosen.filter((box) => offered.includes(box))
  return c.html(
    <WeekPage {...week} frame={frame} mayWork={may(person, workTaskforce)} form={{ ...form, chosen }} />,
    Object.keys(form.errors).length > 0 ? 422 : 200,
  )
}
