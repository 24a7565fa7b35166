import { formatDay } from '../../platform/day.ts'
import { formatCount } from '../../platform/words.ts'
import { ListPage, RecordPage, type ListPageProps, type RecordPageProps } from '../../records/web.ts'
import { measureHref } from '../../ui/links.ts'
import { fullTitle } from '../../performance/index.ts'
import { seriesOf } from '../../measures/index.ts'
import type { systemChange, SystemChange } from './system-change.ts'

type Shape = typeof systemChange.fields

const isOpen = ({ state }: SystemChange): boolean => state !== 'done' && state !== 'refused'

/** The measure that waits for a change, as a link. */
const Waiting = ({ measure }: { measure: string }) => {
  const series = seriesOf(measure)
  return series ? <a href={measureHref(measure)}>{fullTitle(series)}</a> : <>{measure}</>
}

/** The register: what is late first in its sentence, then the measures that wait. */
export function ChangesPage(props: ListPageProps<Shape>) {
  const open = props.records.filter((change) => isOpen(change))
  const late = open.filter(({ dueOn }) => dueOn < props.frame.today)
  const waiting = Map.groupBy(
    open.filter(({ measure }) => measure !== null),
    ({ measure }) => measure!,
  )
  return (
    <ListPage
      {...props}
      sentence={{
        bold:
          props.records.length === 0
            ? 'No change is asked for.'
            : `${formatCount(open.length, 'change')} ${open.length === 1 ? 'is' : 'are'} open, ${late.length} past ${late.length === 1 ? 'its' : 'their'} day.`,
        rest:
          waiting.size === 0
            ? ''
            : `${formatCount(waiting.size, 'measure')} ${waiting.size === 1 ? 'waits' : 'wait'} for them.`,
      }}
    >
      {waiting.size === 0 ? null : (
        <ul class="govuk-list">
          {[...waiting].map(([measure, changes]) => (
            <li>
              <Waiting measure={measure} /> waits for{' '}
              {changes.map(({ title, dueOn }) => `“${title}” by ${formatDay(dueOn)}`).join(', ')}
            </li>
          ))}
        </ul>
      )}
    </ListPage>
  )
}

/** One change, with the measure that it frees. */
export const ChangePage = (props: RecordPageProps<Shape>) => (
  <RecordPage {...props}>
    {props.record.measure === null ? null : (
      <p>
        When it is done it frees <Waiting measure={props.record.measure} />.
      </p>
    )}
  </RecordPage>
)
