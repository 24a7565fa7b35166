import { formatDay } from '../../platform/day.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import type { TableCell } from '../../ui/components/table.tsx'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import { childrenHref } from './children-query.ts'
import { standardsIn } from './framework.ts'
import { GRADES, OUTCOMES } from './taskforce-case.ts'
import type { Grade, TaskforceView } from './taskforce-view.ts'

interface PartProps {
  view: TaskforceView
}

const number = (count: number): TableCell => ({ text: formatNumber(count), format: 'numeric' })
const numeric = (text: string): TableCell => ({ text, format: 'numeric' })

export function WeeksPart({ view: { weeks, forecast, inTime, counts, taskforce } }: PartProps) {
  return (
    <section id="weeks">
      <h2 class="wm-section">Week by week</h2>
      {weeks.length === 0 ? (
        <p>Work has not begun.</p>
      ) : (
        <RecordTable
          caption="Week by week"
          head={[{ text: 'Week of' }, numeric('Given out'), numeric('Re-assessed'), numeric('Still to do')]}
          rows={weeks.map(({ monday, given, done, remaining, isFull }) => [
            { text: `${formatDay(monday)}${isFull ? '' : ' (not a full week)'}` },
            number(given),
            number(done),
            number(remaining),
          ])}
        />
      )}
      <p class="wm-note">
        {forecast
          ? `The last three full weeks: ${formatNumber(forecast.pace.slowest)} to ${formatNumber(forecast.pace.fastest)} a week. `
          : ''}
        Within {taskforce.daysAllowed} working days of being given out: {formatNumber(inTime)} of{' '}
        {formatNumber(counts.done)}.
      </p>
    </section>
  )
}

export function OutcomesPart({ view, seesChildren }: PartProps & { seesChildren: boolean }) {
  const { outcomes, untold, counts, taskforce } = view
  return (
    <section>
      <h2 class="wm-section">What was decided: {formatNumber(counts.done)}</h2>
      {counts.done === 0 ? (
        <p>Nobody has been re-assessed yet.</p>
      ) : (
        <RecordTable
          caption="What was decided"
          head={[{ text: 'Decision' }, numeric('Children')]}
          rows={[
            ...outcomes.map(({ outcome, count }): TableCell[] => [
              { text: OUTCOMES[outcome] },
              seesChildren && count > 0
                ? {
                    html: <a href={childrenHref(taskforce.id, { outcome })}>{formatNumber(count)}</a>,
                    format: 'numeric',
                  }
                : number(count),
            ]),
            ...(untold === 0 ? [] : [[{ text: 'Not recorded' }, number(untold)]]),
          ]}
        />
      )}
    </section>
  )
}

export function ReturnsPart({ view: { returns, taskforce } }: PartProps) {
  const { all, returned, matured, maturedReturned, firstOn } = returns
  return (
    <section>
      <h2 class="wm-section">
        Children who came back: {formatNumber(returned)} of {formatNumber(all)}
      </h2>
      <p>
        {all === 0
          ? 'Nobody has been closed or stepped down yet.'
          : `Of ${formatCount(all, 'child', 'children')} closed or stepped down, ${formatNumber(returned)} ${returned === 1 ? 'has' : 'have'} been referred again. `}
        {firstOn === null
          ? null
          : matured === 0
            ? `No share is given until 183 days have passed: the first children reach that on ${formatDay(firstOn)}.`
            : `Of the ${formatNumber(matured)} whose 183 days have passed, ${formatNumber(maturedReturned)} came back.`}{' '}
        {taskforce.comparedOn === null ? null : `By the figures as at ${formatDay(taskforce.comparedOn)}.`}
      </p>
    </section>
  )
}

export function SamplePart({ view: { sample, counts } }: PartProps) {
  return (
    <section>
      <h2 class="wm-section">
        Is the work good? {formatNumber(sample.moderated)} of {formatNumber(counts.done)} moderated
      </h2>
      {sample.moderated === 0 ? (
        <p>No assessment has been graded a second time yet.</p>
      ) : (
        <RecordTable
          caption="Grades before and after moderation"
          head={[
            { text: 'Grade' },
            numeric('As the manager graded'),
            numeric('As the moderator graded, blind'),
          ]}
          rows={(Object.keys(GRADES) as Grade[]).map((grade) => [
            { text: GRADES[grade] },
            number(sample.before[grade]),
            number(sample.after[grade]),
          ])}
        />
      )}
      <p class="wm-note">
        One in five, drawn by Waymark: {formatNumber(sample.drawn)} so far
        {sample.moderated === 0 ? '.' : `, and ${formatNumber(sample.lowered)} lowered.`} An inadequate grade
        asks for a safety check the same day.
      </p>
    </section>
  )
}

/** In number order: nobody is ranked. */
export function WorkersPart({ view: { lines, weeks, taskforce } }: PartProps) {
  const shown = weeks.slice(-5)
  const from = weeks.length - shown.length
  return (
    <section>
      <h2 class="wm-section">Worker by worker</h2>
      {lines.length === 0 ? (
        <p>No worker has been added.</p>
      ) : (
        <ScrollRegion label="Worker by worker">
          <RecordTable
            caption="Worker by worker"
            head={[
              { text: 'Worker' },
              { text: 'Manager' },
              numeric('Given'),
              ...shown.map(({ monday }) => numeric(`Week of ${formatDay(monday)}`)),
              numeric('Re-assessed'),
              numeric('In hand'),
              numeric(`Past day ${taskforce.daysAllowed}`),
            ]}
            rows={lines.map((line) => [
              { text: line.worker },
              { text: line.manager || 'Not recorded' },
              number(line.given),
              ...line.doneByWeek.slice(from).map(number),
              number(line.done),
              number(line.inHand),
              number(line.pastDue),
            ])}
          />
        </ScrollRegion>
      )}
    </section>
  )
}

/** The standards that bind both sides, and how often each of the taskforce's was ticked for a child. */
export function FrameworkPart({ view: { framework, taskforce }, mayRun }: PartProps & { mayRun: boolean }) {
  const add = mayRun ? (
    <p>
      <a href={`/taskforce-frameworks/new?taskforce_id=${taskforce.id}`}>
        {framework ? 'Add the next version' : 'Add the framework'}
      </a>
    </p>
  ) : null
  if (!framework)
    return (
      <section>
        <h2 class="wm-section">The framework</h2>
        <p>No version applies today.</p>
        {add}
      </section>
    )
  const { version, number: count, met, ticked } = framework
  return (
    <section>
      <h2 class="wm-section">The framework: version {count}</h2>
      <p>
        <a href={`/taskforce-frameworks/${version.id}`}>From {formatDay(version.fromDay)}</a>, agreed by{' '}
        {version.agreedBy}.{' '}
        {ticked === 0
          ? 'Nobody has been re-assessed under it yet.'
          : `Ticked for ${formatCount(ticked, 'child', 'children')}:`}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {met.map(({ standard, count: times }) => (
          <li>
            {standard}
            {ticked === 0 ? null : `: ${formatNumber(times)} of ${formatNumber(ticked)}`}
          </li>
        ))}
      </ul>
      <p>
        The council keeps {formatCount(standardsIn(version.councilQuality).length, 'standard')} of quality and{' '}
        {formatCount(standardsIn(version.councilTimescale).length, 'standard')} of timescale.
      </p>
      {add}
    </section>
  )
}
