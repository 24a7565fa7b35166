import { formatDay } from '../../platform/day.ts'
import { Tag } from '../../ui/components/tag.tsx'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import type { ChildEvent, EventState } from './event.ts'
import { EVENT_KINDS, shownEvents, shownHref, type ShownQuery } from './shown.ts'
import type { Finding } from './stands-out.ts'

const STATES: Readonly<Record<EventState, { text: string; classes: string }>> = {
  late: { text: 'Late', classes: 'govuk-tag--yellow' },
  overdue: { text: 'Overdue', classes: 'govuk-tag--orange' },
  due: { text: 'Due', classes: 'govuk-tag--grey' },
  error: { text: 'Check the days', classes: 'govuk-tag--red' },
}

/** What the drawing's right-hand column says, each with the rule that picked it out. */
export const StandsOut = ({ findings }: { findings: readonly Finding[] }) =>
  findings.length === 0 ? null : (
    <RecordTable
      caption="What stands out, and by which rule"
      head={[{ text: 'Part of the work' }, { text: 'What stands out' }, { text: 'The rule' }]}
      rows={findings.map(({ lane, text, rule, isBold }) => [
        { text: lane },
        isBold ? { html: <b>{text}</b> } : { text },
        { text: rule },
      ])}
    />
  )

interface EventsProps {
  events: readonly ChildEvent[]
  query: ShownQuery
  /** The address as it was opened. */
  opened: Readonly<Record<string, string>>
}

/** Every event of the days that are shown, newest first, with links that narrow it to a kind. */
export const Events = ({ events, query, opened }: EventsProps) => {
  const { shown, all, counts } = shownEvents(events, query)
  const days = query.year === null ? '' : ` of ${query.year}`
  return (
    <>
      <h2 class="govuk-heading-m" id="events">
        Events and due dates{days}, newest first
      </h2>
      <p class="govuk-body">
        {query.kind === null ? (
          <b>All {all}</b>
        ) : (
          <a href={shownHref(opened, { ...query, kind: null }, '#events')}>All {all}</a>
        )}
        {counts.map(([each, count]) =>
          count === 0 && each !== query.kind ? null : (
            <>
              {' · '}
              {each === query.kind ? (
                <b>
                  {EVENT_KINDS[each]} ({count})
                </b>
              ) : (
                <a href={shownHref(opened, { ...query, kind: each }, '#events')}>
                  {EVENT_KINDS[each]} ({count})
                </a>
              )}
            </>
          ),
        )}
      </p>
      {shown.length === 0 ? (
        <p class="govuk-body">There are none.</p>
      ) : (
        <RecordTable
          caption={query.kind === null ? undefined : `${EVENT_KINDS[query.kind]}: ${shown.length}`}
          head={['Day', 'Event', 'State', 'Clock or note', 'Where it comes from'].map((text) => ({ text }))}
          rows={shown.map((event) => [
            { text: formatDay(event.on), classes: 'wm-nowrap' },
            event.state === 'overdue' ? { html: <b>{event.what}</b> } : { text: event.what },
            event.state ? { html: <Tag {...STATES[event.state]} /> } : {},
            { text: event.note },
            { text: describeSource(event) },
          ])}
        />
      )}
    </>
  )
}

const describeSource = ({ source, lane }: Pick<ChildEvent, 'source' | 'lane'>): string =>
  source
    ? [source.file, source.sheet, `row\u00a0${source.row.toLocaleString('en-GB')}`].filter(Boolean).join(', ')
    : lane === 'Kept in Waymark'
      ? 'Recorded in Waymark'
      : 'Calculated'
