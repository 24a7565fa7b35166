import { addDays, daysBetween, formatDay, formatDayOfYear, type Day } from '../../platform/day.ts'
import { formatCount } from '../../platform/words.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import { PrintedBy } from '../../ui/printed-by.tsx'
import { ColumnHeads } from '../../ui/tables/column-heads.tsx'
import { ClockKey, ClockPicture, RepeatPicture } from './clock-picture.tsx'
import type { MissingEntry, MissingView, RepeatedChild } from './missing-read.ts'
import {
  describeEntry,
  describeMissing,
  describeRepeated,
  groupsOf,
  isIn,
  PLACES,
  type Place,
} from './missing-words.ts'
import { dayOf, formatMoment } from './moment.ts'
import { CRUMBS, entryHref, MISSING_AT } from './places.ts'
import { TakeUp } from './take-up.tsx'

interface MissingPageProps {
  frame: FrameProps
  view: MissingView
  place: Place
  mayRecord: boolean
}

/** Whose 72 hours are running, what was done in them, and who keeps going missing. */
export function MissingPage(props: MissingPageProps) {
  const { frame, view, place } = props
  const groups = groupsOf(view, place)
  const repeated = view.repeated.filter(({ latest }) => isIn(place, latest))
  const group = (title: string, entries: readonly MissingEntry[], note?: string) => (
    <Group {...props} title={title} entries={entries} note={note} />
  )
  return (
    <Page frame={frame} title="Missing and return interviews" section="/lists" breadcrumbs={CRUMBS} wide>
      <PageHeading
        caption={captionOf(view)}
        title="Missing and return interviews"
        sentence={describeMissing(groups, repeated)}
      />
      <PrintedBy frame={frame} />
      <Views {...props} />
      {group('Missing now', groups.missing)}
      {group('Clock running', groups.running, 'least time left first, then the booked')}
      {group('Past 72 hours, not finished', groups.past)}
      {group(`Finished since ${formatDayOfYear(groups.since)}`, groups.finished)}
      <ClockKey />
      {groups.older === 0 ? null : (
        <p class="wm-note">
          {formatCount(groups.older, 'earlier return')} in the files {groups.older === 1 ? 'has' : 'have'} no
          interview held or declined: <a href="/lists/return-interviews">the list of return interviews</a>.
        </p>
      )}
      <Repeats {...props} repeated={repeated} />
      <p class="wm-note">
        72 hours run by the clock from the hour of return, nights and weekends included. A child who declines
        stays in the count. Only death, hospital sedation or an eighteenth birthday leaves it. Independent:
        nobody who cares for the child or holds the case. Children placed here by another council are theirs
        to offer and are shown apart. Opening this page was recorded, with the children on it.
      </p>
    </Page>
  )
}

const captionOf = ({ now, asAt }: MissingView): string =>
  [
    `records to ${formatMoment(now)}`,
    asAt === null ? 'no files loaded' : `files as at ${formatDay(asAt)}`,
  ].join(' · ')

function Views({ view, place, mayRecord }: MissingPageProps) {
  const count = (of: Place) =>
    view.entries.filter((entry) => isIn(of, entry) && entry.clock.state !== 'finished').length
  const query = place === 'anywhere' ? '' : `?placed=${place}`
  return (
    <div class="wm-views">
      <p>
        {(Object.keys(PLACES) as Place[]).map((of, index) => (
          <>
            {index > 0 ? ' · ' : null}
            {of === place ? (
              <b>{PLACES[of]}</b>
            ) : (
              <a href={of === 'anywhere' ? MISSING_AT : `${MISSING_AT}?placed=${of}`}>
                {PLACES[of]}
                {of === 'anywhere' ? '' : ` (${count(of)})`}
              </a>
            )}
          </>
        ))}
      </p>
      <p>
        {mayRecord ? (
          <>
            <a href={`${MISSING_AT}/new`}>Record a time missing</a>{' '}
          </>
        ) : null}
        <a href={`${MISSING_AT}/police`}>Police and council</a>{' '}
        <a href={`${MISSING_AT}/counts`}>Counts by month</a> <a href={`${MISSING_AT}.xlsx${query}`}>Excel</a>{' '}
        <a href={`${MISSING_AT}.csv${query}`}>CSV</a>
      </p>
    </div>
  )
}

const HEADS = [
  'Child',
  'Where they live',
  'Hours to record',
  'Hours missing',
  'Hours since they came back',
  'What has happened',
  'Next',
]

function Group(
  props: MissingPageProps & { title: string; entries: readonly MissingEntry[]; note?: string | undefined },
) {
  const { title, entries, note } = props
  if (entries.length === 0) return null
  return (
    <>
      <h2 class="wm-section">
        {title}: {entries.length} {note ? <span class="wm-secondary">{note}</span> : null}
      </h2>
      <ScrollRegion label={title}>
        <table class="govuk-table wm-records wm-missing">
          <caption class="govuk-visually-hidden">{title}</caption>
          <ColumnHeads heads={HEADS} numeric={[2, 3]} />
          <tbody class="govuk-table__body">
            {entries.map((entry) => (
              <EntryRow {...props} entry={entry} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  )
}

function EntryRow({ frame, entry, mayRecord }: MissingPageProps & { entry: MissingEntry }) {
  const { clock, child, livesAt, milesAway } = entry
  const said = describeEntry(entry)
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <a href={entryHref(entry.key)}>{entry.childId}</a>
        {child?.age == null ? null : <span class="wm-work-list__age">age {child.age}</span>}
      </th>
      <td class="govuk-table__cell" data-label={HEADS[1]}>
        {livesAt || 'Not recorded'}
        {milesAway === null ? null : (
          <>
            , <b>{formatCount(milesAway, 'mile')} away</b>
          </>
        )}
      </td>
      <td class="govuk-table__cell govuk-table__cell--numeric" data-label={HEADS[2]}>
        {clock.hoursToRecord === null ? (
          'not known'
        ) : clock.hoursToRecord > 24 ? (
          <b>{Math.round(clock.hoursToRecord)}</b>
        ) : (
          Math.round(clock.hoursToRecord)
        )}
      </td>
      <td class="govuk-table__cell govuk-table__cell--numeric" data-label={HEADS[3]}>
        {Math.round(clock.hoursMissing)}
      </td>
      <td class="govuk-table__cell" data-label={HEADS[4]}>
        <ClockPicture entry={entry} />
      </td>
      <td class="govuk-table__cell" data-label={HEADS[5]}>
        <b>{said.bold}</b>
        {said.rest.map((line) => (
          <span class="wm-list-rule">{line}</span>
        ))}
      </td>
      <td class="govuk-table__cell" data-label={HEADS[6]}>
        {entry.record === null && mayRecord ? (
          <TakeUp frame={frame} entry={entry} />
        ) : (
          <a href={entryHref(entry.key)}>
            {nextOf(entry, mayRecord)}
            <span class="govuk-visually-hidden"> for {entry.childId}</span>
          </a>
        )}
      </td>
    </tr>
  )
}

function nextOf({ clock }: MissingEntry, mayRecord: boolean): string {
  if (!mayRecord || clock.state === 'finished') return 'Open'
  if (clock.state === 'missing') return 'Record return'
  return clock.offers.length === 0 && clock.bookedAfter === null ? 'Offer' : 'Record'
}

const REPEAT_HEADS = ['Child', 'Times', 'When', 'Strategy discussion']

function Repeats({ view, repeated }: MissingPageProps & { repeated: readonly RepeatedChild[] }) {
  const { rule, now } = view
  const today = dayOf(now)
  const first = addDays(today, -rule.withinDays)
  const title = `Missing ${rule.times} times or more in ${rule.withinDays} days`
  return (
    <>
      <h2 class="wm-section">
        {title}: {repeated.length}{' '}
        <span class="wm-secondary">
          Time {rule.times} prompts a strategy discussion within{' '}
          {formatCount(rule.discussWithin, 'working day')}
        </span>
      </h2>
      {repeated.length === 0 ? (
        <p>No child.</p>
      ) : (
        <ScrollRegion label={title}>
          <table class="govuk-table wm-records wm-missing">
            <caption class="govuk-visually-hidden">{title}</caption>
            <ColumnHeads heads={REPEAT_HEADS.with(2, `${formatDayOfYear(first)} to today`)} numeric={[1]} />
            <tbody class="govuk-table__body">
              {repeated.map((one) => (
                <RepeatRow view={view} one={one} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </>
  )
}

function RepeatRow({ view, one }: { view: MissingView; one: RepeatedChild }) {
  const { rule, now } = view
  const first = addDays(dayOf(now), -rule.withinDays)
  const place = (day: Day) => daysBetween(first, day)
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        <a href={`${entryHref(one.latest.key)}#discussion`}>{one.childId}</a>
        {one.child?.age == null ? null : <span class="wm-work-list__age">age {one.child.age}</span>}
      </th>
      <td class="govuk-table__cell govuk-table__cell--numeric" data-label={REPEAT_HEADS[1]}>
        <b>{one.began.length}</b>
      </td>
      <td class="govuk-table__cell" data-label={REPEAT_HEADS[2]}>
        <RepeatPicture
          days={rule.withinDays}
          missing={one.began.map((moment) => place(dayOf(moment)))}
          discussed={view.discussions
            .filter(({ childId, heldOn }) => childId === one.childId && heldOn > first)
            .map(({ heldOn }) => place(heldOn))}
        />
        <span class="govuk-visually-hidden">{one.began.map(formatMoment).join('; ')}</span>
      </td>
      <td class="govuk-table__cell" data-label={REPEAT_HEADS[3]}>
        {one.discussedOn === null ? (
          <b>{describeRepeated(one, rule.discussWithin)}</b>
        ) : (
          describeRepeated(one, rule.discussWithin)
        )}
      </td>
    </tr>
  )
}
