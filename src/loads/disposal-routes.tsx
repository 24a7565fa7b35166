import { Hono } from 'hono'
import { allow, type Person, type WebEnv } from '../access/index.ts'
import { formatDay } from '../platform/day.ts'
import { NotFound, Refused, type FieldErrors } from '../platform/errors.ts'
import type { FrameProps } from '../ui/frame.tsx'
import { DisposalPage } from './disposal-page.tsx'
import { disposals } from './disposal-store.ts'
import { LoadReasonPage } from './load-reason-page.tsx'
import { currentSnapshot, refuseDeleted, sealedLoad, type SnapshotRecord } from '../dataset/index.ts'
import { checkDeletionReason, purgeOne, type PurgeDeps } from './purge.ts'

/** The disposal log, and a load deleted before its day. */
export function disposalRoutes(deps: PurgeDeps): Hono<WebEnv> {
  const { records } = deps
  async function findLoad(person: Person, loadId: string): Promise<SnapshotRecord> {
    const load = (await sealedLoad(records, allow(person, 'load:read'), loadId))?.snapshot
    if (!load) throw new NotFound('no such load')
    refuseDeleted(load)
    const current = await currentSnapshot(records, person.council)
    if (current?.snapshot === load.snapshot) {
      throw new Refused('This load is in use. Put another in use first, or load a later one.')
    }
    return load
  }
  return new Hono<WebEnv>()
    .get('/disposals', async (c) => {
      const pass = allow(c.var.person, 'load:read')
      return c.html(<DisposalPage frame={c.var.frame} disposals={await disposals(records, pass)} />)
    })
    .get('/loads/:id/delete', async (c) => {
      const { person } = allow(c.var.person, 'load:write')
      return c.html(<DeleteLoadPage frame={c.var.frame} load={await findLoad(person, c.req.param('id'))} />)
    })
    .post('/loads/:id/delete', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      const load = await findLoad(pass.person, c.req.param('id'))
      const { reason } = await c.req.parseBody()
      const typed = typeof reason === 'string' ? reason : ''
      const checked = checkDeletionReason(typed)
      if (!checked.ok) {
        return c.html(
          <DeleteLoadPage frame={c.var.frame} load={load} typed={typed} errors={checked.errors} />,
          422,
        )
      }
      await purgeOne(deps, pass, load.snapshot, checked.value)
      return c.redirect('/data/disposals', 303)
    })
}

interface DeleteLoadProps {
  frame: FrameProps
  load: SnapshotRecord
  typed?: string | undefined
  errors?: FieldErrors | undefined
}

const DeleteLoadPage = (props: DeleteLoadProps) => (
  <LoadReasonPage
    {...props}
    title="Delete this load"
    sentence={{
      bold: `It would be kept until ${formatDay(props.load.retainUntil)}.`,
      rest: 'Its counts and hash stay on record, and so do figures that were published from it.',
    }}
    action="delete"
    warning="Every child’s row in it is deleted, and cannot be brought back."
    question="Why it is to be deleted before its day"
    hint="It is kept with your name in the disposal log. Do not name a child."
    leave="Keep it"
  />
)
