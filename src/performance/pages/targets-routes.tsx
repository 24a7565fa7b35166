import { Hono } from 'hono'
import { allow, type WebEnv } from '../../access/index.ts'
import { isDay } from '../../platform/day.ts'
import { setTracked, shownTracked } from '../tracker/tracked-measure-store.ts'
import { checkTracked, type TrackedMeasure } from '../tracker/tracked-measure.ts'
import type { FigureDeps } from './figure-deps.ts'
import { DAY_FIELDS, targetField, TargetsPage, type TypedTargets } from './targets-page.tsx'
import { typedTargetDay } from './typed-day.ts'

/** Every target of the tracker on one form; mounted at `/tracker/targets`. */
export const targetsRoutes = ({ records }: FigureDeps) =>
  new Hono<WebEnv>()
    .get('/', async (c) => {
      const tracked = await shownTracked(records, allow(c.var.person, 'targets:write'))
      return c.html(
        <TargetsPage frame={c.var.frame} tracked={tracked} typed={typedOf(tracked)} errors={{}} />,
      )
    })
    .post('/', async (c) => {
      const pass = allow(c.var.person, 'targets:write')
      const body = await c.req.parseBody()
      const tracked = await shownTracked(records, pass)
      const names = [...tracked.map(({ seriesId }) => targetField(seriesId)), ...DAY_FIELDS]
      // A form without one of its fields is not ours: nothing is taken away for it.
      const isWhole = names.every((name) => typeof body[name] === 'string')
      const typed = Object.fromEntries(
        names.map((name) => [name, typeof body[name] === 'string' ? body[name].trim() : '']),
      )
      const checked = isWhole
        ? changed(tracked, typed)
        : { tracked, errors: { target_by: 'Send the whole form' } }
      if (Object.keys(checked.errors).length > 0)
        return c.html(
          <TargetsPage frame={c.var.frame} tracked={tracked} typed={typed} errors={checked.errors} />,
          422,
        )
      await setTracked(records, pass, checked.tracked)
      return c.redirect('/tracker', 303)
    })

const typedOf = (tracked: readonly TrackedMeasure[]): TypedTargets =>
  Object.fromEntries(
    tracked.map(({ seriesId, target }) => [targetField(seriesId), target === null ? '' : String(target)]),
  )

interface Changed {
  tracked: TrackedMeasure[]
  errors: Record<string, string>
}

/** The tracker with the targets that were typed. A target that is taken away takes its day and its path with it. */
function changed(tracked: readonly TrackedMeasure[], typed: TypedTargets): Changed {
  const errors: Record<string, string> = {}
  const day = typedTargetDay(typed)
  if (day !== '' && !isDay(day))
    errors['target_by'] = 'Enter the day they are to be met by as a real day, like 31 March 2016'
  const found = tracked.map((measure) => {
    const field = targetField(measure.seriesId)
    const text = typed[field] ?? ''
    if (text === (measure.target === null ? '' : String(measure.target))) return measure
    const checked = checkTracked({
      seriesId: measure.seriesId,
      ref: measure.ref,
      title: measure.title ?? '',
      target: text,
      targetBy: '',
    })
    if (!checked.ok) {
      errors[field] = `${measure.ref}: ${Object.values(checked.errors)[0]!}`
      return measure
    }
    const { target } = checked.value
    if (target === null) return { ...checked.value, targetBy: null }
    return { ...measure, target, targetBy: measure.targetBy ?? (isDay(day) ? day : null) }
  })
  return { tracked: found, errors }
}
