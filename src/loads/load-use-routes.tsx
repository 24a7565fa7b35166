import { Hono } from 'hono'
import { allow, type Person, type WebEnv } from '../access/index.ts'
import { NotFound, Refused, type FieldErrors } from '../platform/errors.ts'
import type { FrameProps } from '../ui/frame.tsx'
import {
  checkReason,
  putInUse,
  currentSnapshot,
  refuseDeleted,
  describeLoad,
  sealedLoad,
  type SnapshotRecord,
} from '../dataset/index.ts'
import type { LoadDeps } from './load-deps.ts'
import { LoadReasonPage } from './load-reason-page.tsx'
import { reportFigures } from './report-figures.ts'

/** Puts another load in use, for a reason. Nothing is deleted. */
export function loadUseRoutes(deps: LoadDeps): Hono<WebEnv> {
  const { records, clock } = deps
  async function findLoad(person: Person, loadId: string) {
    const load = (await sealedLoad(records, allow(person, 'load:read'), loadId))?.snapshot
    const current = await currentSnapshot(records, person.council)
    if (load) refuseDeleted(load)
    if (!load || !current) throw new NotFound('no such load')
    if (load.snapshot === current.snapshot) throw new Refused('This load is in use already.')
    return { load, current }
  }
  return new Hono<WebEnv>()
    .get('/loads/:id/use', async (c) => {
      const { person } = allow(c.var.person, 'load:write')
      return c.html(<UseLoadPage frame={c.var.frame} {...await findLoad(person, c.req.param('id'))} />)
    })
    .post('/loads/:id/use', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      const found = await findLoad(pass.person, c.req.param('id'))
      const { reason } = await c.req.parseBody()
      const typed = typeof reason === 'string' ? reason : ''
      const checked = checkReason(typed)
      if (!checked.ok) {
        return c.html(
          <UseLoadPage frame={c.var.frame} {...found} typed={typed} errors={checked.errors} />,
          422,
        )
      }
      await putInUse(records, clock, pass, found.load.snapshot, checked.value)
      await reportFigures(deps, pass.person.council)
      return c.redirect(`/data/loads/${found.load.loadId}`, 303)
    })
}

interface UseLoadProps {
  frame: FrameProps
  load: SnapshotRecord
  current: SnapshotRecord
  typed?: string | undefined
  errors?: FieldErrors | undefined
}

const UseLoadPage = ({ current, ...props }: UseLoadProps) => (
  <LoadReasonPage
    {...props}
    title="Put this load in use"
    sentence={{
      bold: `Everyone will see it in place of the ${describeLoad(current)}.`,
      rest: 'Nothing is deleted: that load is kept, and can be put in use again. A report that was issued keeps its figures.',
    }}
    action="use"
    question="Why everyone should see this load"
    hint="It is kept with your name in the list of loads. Do not name a child."
    leave="Leave everything as it is"
  />
)
