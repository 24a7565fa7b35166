import { needsActionOf, type Point, type SeriesDefinition, type Split } from '../../measures/index.ts'
import { caseHref } from './case-link.tsx'
import { countsOf, describeAction } from './case-words.ts'

interface NeedingLinkProps {
  series: SeriesDefinition
  point: Point | null | undefined
  split?: { by: Split; value: string }
  /** Whether the reader may open the list; else the words alone are shown. */
  may: boolean
  /** After the words: " in January". */
  when?: string
}

/** "20 past day 45": those of a figure who need action, and the list of them; nothing where nobody does. */
export function NeedingLink({ series, point, split, may, when = '' }: NeedingLinkProps) {
  const action = needsActionOf(series)
  const words = describeAction(action, countsOf(series, point))
  if (!action || !words || !point) return null
  if (!may)
    return (
      <span>
        {words}
        {when}
      </span>
    )
  const href = caseHref({ series: series.id, period: point.period, met: action.met, split })
  return (
    <>
      <a href={href}>{words}</a>
      {when}
    </>
  )
}
