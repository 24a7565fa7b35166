import type { Child } from 'hono/jsx'
import type { TrackerGroup } from '../performance/index.ts'
import { BRAG_WORDS, BRAGS, type Brag } from '../plan/index.ts'
import { daysBetween, formatDay, formatDayOfYear, formatWeekday } from '../platform/day.ts'
import { workingDaysBetween } from '../platform/working-days.ts'
import { BragMark } from '../ui/charts/marks.tsx'
import { TaskList } from '../ui/components/task-list.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { Page } from '../ui/page.tsx'
import { countOf } from './count-words.ts'
import { Columns, Measures } from './home-changes.tsx'
import { BragBar, GroupBars, SentenceTicks } from './home-pictures.tsx'
import { homeSentence, type Home } from './home.ts'
import { YourWeek } from './work-page.tsx'

interface HomeProps {
  frame: FrameProps
  home: Home
  /** The measures whose lists the reader may open. */
  mayOpen: ReadonlySet<string>
}

const sinceWhen = ({ previousOn }: Home): string =>
  previousOn ? `since the Board of ${formatDayOfYear(previousOn)}` : 'since the first load'

export function HomePage({ frame, home, mayOpen }: HomeProps) {
  const measured = home.measures.reduce((sum, { count }) => sum + count, 0)
  const sentence = homeSentence(home, measured)
  const since = sinceWhen(home)
  return (
    <Page frame={frame} title="What changed, what needs you" section="/">
      <div class="wm-home-head">
        <div>
          <span class="wm-caption">{frame.person?.roleTitle}</span>
          <h1 class="wm-title">What changed, what needs you</h1>
        </div>
        {home.meeting ? <NextMeeting frame={frame} home={home} /> : null}
      </div>
      <p class="wm-sentence">
        <b>{sentence.bold}</b> {sentence.rest}
      </p>
      <div class="wm-cells">
        <MeasuresCell home={home} measured={measured} />
        <PlanCell home={home} />
        {home.report ? <ReportCell report={home.report} home={home} /> : null}
      </div>
      <div class="wm-home">
        <section>
          <h2>What needs you: {home.tasks.length}</h2>
          {home.tasks.length === 0 ? (
            <p>
              Nothing. Checked now, against the figures as at{' '}
              {frame.asAt ? formatDay(frame.asAt) : 'no day yet'}.
            </p>
          ) : (
            <TaskList
              idPrefix="task"
              items={home.tasks.map(({ text, detail, href, place, state }) => ({
                title: { text },
                href,
                hint: { text: detail },
                status: {
                  html: (
                    <>
                      {place}
                      <br />
                      <b>{state}</b>
                    </>
                  ),
                },
              }))}
            />
          )}
        </section>
        <section>
          <h2>What changed {since}</h2>
          <Measures changes={home.changes} mayOpen={mayOpen} />
          <Ratings home={home} />
        </section>
      </div>
      <YourWeek />
    </Page>
  )
}

function NextMeeting({ frame, home }: Pick<HomeProps, 'frame' | 'home'>) {
  const { meeting } = home
  if (!meeting) return null
  const days = meeting.heldOn >= frame.today ? workingDaysBetween(frame.today, meeting.heldOn) : null
  return (
    <div class="wm-home-head__meeting">
      <p>
        <b>
          <a href={`/board/${meeting.heldOn}`}>
            {meeting.title}: {formatWeekday(meeting.heldOn)}
          </a>
        </b>
      </p>
      <p class="wm-note">
        {days === null
          ? `${daysBetween(meeting.heldOn, frame.today)} days ago`
          : days === 0
            ? 'today'
            : `in ${countOf(days, 'working day')}`}
      </p>
    </div>
  )
}

const Cell = (props: { title: string; href: string; value: string; note: string; children: Child }) => (
  <section class="wm-cell">
    <h2>
      <a href={props.href}>{props.title}</a>
    </h2>
    <p class="wm-value">{props.value}</p>
    {props.children}
    <p class="wm-note">{props.note}</p>
  </section>
)

const GROUP_WORDS: Readonly<Record<TrackerGroup, string>> = {
  off_track: 'off track',
  hit_or_miss: 'hit or miss',
  on_track: 'on track',
  watched: 'watched',
  cannot_tell: 'cannot tell yet',
}

function MeasuresCell({ home, measured }: { home: Home; measured: number }) {
  const off = home.measures.find(({ group }) => group === 'off_track')?.count ?? 0
  const others = home.measures.filter(({ group, count }) => group !== 'off_track' && count > 0)
  return (
    <Cell
      title="Measures"
      href="/tracker"
      value={measured === 0 ? 'No figures yet' : `${off} of ${measured} off track`}
      note={others.map(({ group, count }) => `${count} ${GROUP_WORDS[group]}`).join(', ')}
    >
      <GroupBars groups={home.measures} />
    </Cell>
  )
}

const describeBrags = (counts: Record<Brag, number>) =>
  BRAGS.filter((brag) => counts[brag] > 0)
    .map((brag) => `${counts[brag]} ${BRAG_WORDS[brag].toLowerCase()}`)
    .join(', ')

function PlanCell({ home }: { home: Home }) {
  const { plan, planBefore, previousOn } = home
  return (
    <Cell
      title="Plan"
      href="/plan"
      value={home.actions === 0 ? 'No action yet' : `${plan.red} of ${home.actions} actions red`}
      note={
        planBefore && previousOn
          ? `on ${formatDayOfYear(previousOn)}: ${describeBrags(planBefore) || 'none rated'}`
          : describeBrags(plan)
      }
    >
      <BragBar counts={plan} label={describeBrags(plan)} />
    </Cell>
  )
}

function ReportCell({ report, home }: { report: NonNullable<Home['report']>; home: Home }) {
  const open = report.all - report.resolved
  return (
    <Cell
      title="Board report"
      href={home.meeting ? `/board/${home.meeting.heldOn}` : '/board'}
      value={open === 0 ? 'Ready to issue' : `${open} of ${report.all} sentences to resolve`}
      note={`${countOf(report.toResolve, 'thing')} to resolve in them`}
    >
      <SentenceTicks all={report.all} open={open} />
    </Cell>
  )
}

const Ratings = ({ home }: { home: Home }) => (
  <>
    <h3>Plan</h3>
    {home.ratings.length === 0 ? (
      <p class="wm-note">No rating has changed.</p>
    ) : (
      <table class="govuk-table wm-changes">
        <caption class="govuk-visually-hidden">Ratings that changed</caption>
        <Columns line={false} />
        <thead class="govuk-visually-hidden">
          <tr>
            <th scope="col">Mark</th>
            <th scope="col">Action</th>
            <th scope="col">Was</th>
            <th scope="col">Now</th>
            <th scope="col">Ref</th>
          </tr>
        </thead>
        <tbody>
          {home.ratings.map(({ ref, href, title, was, now }) => (
            <tr>
              <td class="govuk-table__cell">
                <BragMark rating={now} />
              </td>
              <td class="govuk-table__cell">{title}</td>
              <td class="govuk-table__cell">{was ? BRAG_WORDS[was] : 'Not rated'}</td>
              <td class="govuk-table__cell">
                <b>{BRAG_WORDS[now]}</b>
              </td>
              <td class="govuk-table__cell wm-changes__ref">
                <a href={href}>{ref}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </>
)
