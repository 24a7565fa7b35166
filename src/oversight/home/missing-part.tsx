import type { HomePart, Person } from '../../access/index.ts'
import { formatCount } from '../../platform/words.ts'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import { ClockKey, ClockPicture } from '../missing/clock-picture.tsx'
import type { MissingEntry, MissingView } from '../missing/missing-read.ts'
import { describeEntry, describeMissing, describeRepeated, groupsOf } from '../missing/missing-words.ts'
import { entryHref, MISSING_AT } from '../missing/places.ts'

/** More rows than these are left to the page of missing children. */
const MOST_ROWS = 15

/**
 * Children who are missing, whose 72 hours run or have passed, and who go missing again and again: for the children’s rights
 * officer with the first thing to do. Null where there is none.
 */
export function missingPart(view: MissingView, { role }: Person): HomePart | null {
  const groups = groupsOf(view, 'anywhere')
  const undiscussed = view.repeated.filter(({ discussedOn }) => discussedOn === null)
  const open = [...groups.running, ...groups.past, ...groups.missing]
  if (open.length === 0 && undiscussed.length === 0) return null
  const first = open[0]
  return {
    heading: `Missing and return interviews: ${open.length}`,
    note: '72 hours run by the clock, nights and weekends included. Records to now.',
    ...(role === 'childrens_rights' && {
      lead: {
        title: 'Interviews to offer and hold',
        sentence: describeMissing(groups, view.repeated),
        first: first
          ? {
              text: 'Open the first time missing',
              href: entryHref(first.key),
              note: `Child ${first.childId}. ${describeEntry(first).bold}`,
            }
          : { text: 'Open the missing children', href: MISSING_AT },
      },
    }),
    body: (
      <>
        {open.length === 0 ? null : <Open entries={open} />}
        {undiscussed.length === 0 ? null : (
          <>
            <p>
              {formatCount(undiscussed.length, 'child', 'children')} missing again and again, without a
              strategy discussion since:
            </p>
            <ul class="govuk-list govuk-list--bullet">
              {undiscussed.slice(0, MOST_ROWS).map((one) => (
                <li>
                  <a href={`${entryHref(one.latest.key)}#discussion`}>{one.childId}</a>,{' '}
                  {formatCount(one.began.length, 'time')} in {view.rule.withinDays} days:{' '}
                  {describeRepeated(one, view.rule.discussWithin)}
                </li>
              ))}
            </ul>
          </>
        )}
        <p class="wm-note">
          {open.length > MOST_ROWS ? `The first ${MOST_ROWS} of ${open.length}. ` : ''}
          <a href={MISSING_AT}>Missing and return interviews</a>
        </p>
      </>
    ),
  }
}

const Open = ({ entries }: { entries: readonly MissingEntry[] }) => (
  <>
    <RecordTable
      caption=""
      head={['Child', 'Hours since they came back', 'What has happened'].map((text) => ({ text }))}
      rows={entries.slice(0, MOST_ROWS).map((entry) => {
        const { bold, rest } = describeEntry(entry)
        return [
          { html: <a href={entryHref(entry.key)}>{entry.childId}</a> },
          { html: <ClockPicture entry={entry} /> },
          {
            html: (
              <>
                <b>{bold}</b> {rest.join('. ')}
              </>
            ),
          },
        ]
      })}
    />
    <ClockKey />
  </>
)
