import type { Day } from '../platform/day.ts'
import { ScrollRegion } from '../ui/charts/figure.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import { BragBars } from './brag-bars.tsx'
import { counted } from './count-words.ts'
import { filterHref, WHOLE_PLAN, type PlanFilter } from './plan-filter.ts'
import { ThemeRows } from './plan-rows.tsx'
import { planSentence } from './plan-sentence.ts'
import { actionsOf, recommendationsOf, type PlanTree } from './plan-tree.ts'
import { BRAG_WORDS } from './rating.ts'
import { countFaults, disagreements, type Fault } from './self-check.ts'
import { TimelineHead, TimelineKey } from './timeline-picture.tsx'
import { axisAround } from './timeline.ts'

interface PlanPageProps {
  frame: FrameProps
  today: Day
  /** The whole plan, and what the filter leaves of it. */
  tree: PlanTree
  shown: PlanTree
  filter: PlanFilter
  faults: readonly Fault[]
  lastBoardOn: Day | null
  mayWrite: boolean
}

/** The width of the timeline's column. */
const PICTURE = 440

export function PlanPage(props: PlanPageProps) {
  const { frame, tree, shown, filter, faults, today, lastBoardOn } = props
  const actions = actionsOf(tree)
  const axis = axisAround(today, PICTURE)
  return (
    <Page frame={frame} title="Improvement plan" section="/plan">
      <PageHeading
        caption={`${counted(actions.length, 'action')} under ${counted(recommendationsOf(tree).length, 'recommendation')}`}
        title="Improvement plan"
        sentence={planSentence(tree, today, faults, lastBoardOn)}
      />
      <div class="wm-plan-top">
        <BragBars tree={tree} lastBoardOn={lastBoardOn} />
        <SelfCheck tree={tree} faults={faults} filter={filter} />
      </div>
      <Views {...props} />
      {actionsOf(shown).length === 0 && recommendationsOf(shown).length === 0 ? (
        <Nothing tree={tree} mayWrite={props.mayWrite} />
      ) : (
        <>
          <ScrollRegion label="The plan's actions">
            <table class="wm-plan wm-records">
              <caption class="govuk-visually-hidden">
                Actions by recommendation, with owner, rating, days, evidence and how they are going
              </caption>
              <thead>
                <tr>
                  <th scope="col">Action</th>
                  <th scope="col">Owner</th>
                  <th scope="col">Rating</th>
                  <th scope="col" class="wm-plan__time">
                    <span class="govuk-visually-hidden">Days</span>
                    <TimelineHead axis={axis} today={today} />
                  </th>
                  <th scope="col" class="wm-plan__count">
                    Evidence
                  </th>
                  <th scope="col">How it is going</th>
                </tr>
              </thead>
              {shown.themes.map((theme) => (
                <ThemeRows theme={theme} axis={axis} today={today} named={shown.themes.length > 1} />
              ))}
            </table>
          </ScrollRegion>
          <TimelineKey />
        </>
      )}
    </Page>
  )
}

function SelfCheck({
  tree,
  faults,
  filter,
}: {
  tree: PlanTree
  faults: readonly Fault[]
  filter: PlanFilter
}) {
  const differ = disagreements(tree).length
  return (
    <section class="wm-self-check" aria-labelledby="self-check">
      <h2 id="self-check">The plan checks itself: {counted(countFaults(faults), 'fault')}</h2>
      {faults.length === 0 ? (
        <p>
          Every action has an owner, a day to come, a measure, and evidence in date where it is called green
          or delivered.
        </p>
      ) : (
        <ul>
          {faults.map((fault) => (
            <li>
              <a href={filterHref(WHOLE_PLAN, { fault: fault.kind })}>{fault.says}</a>
              {filter.fault === fault.kind ? ' (shown below)' : null}
            </li>
          ))}
        </ul>
      )}
      {differ > 0 ? (
        <p class="wm-note">
          {differ === 1 ? '1 rating differs' : `${differ} ratings differ`} between owner and clinic.{' '}
          <a href={filterHref(WHOLE_PLAN, { disagreeing: true })}>Resolve {differ === 1 ? 'it' : 'them'}</a>
        </p>
      ) : null}
    </section>
  )
}

/** What is shown, what else may be, and the plan as a file. */
function Views({ tree, shown, filter, faults, mayWrite }: PlanPageProps) {
  const [some, all] = [actionsOf(shown).length, actionsOf(tree).length]
  const theme = tree.themes.find(({ ref }) => ref === filter.theme)
  const fault = faults.find(({ kind }) => kind === filter.fault)
  const what = [
    ...(theme ? [theme.title] : []),
    ...(filter.ratings.length > 0 ? [filter.ratings.map((rating) => BRAG_WORDS[rating]).join(' and ')] : []),
    ...(fault ? [fault.says] : []),
    ...(filter.disagreeing ? ['Owner and clinic differ'] : []),
  ].join(', ')
  const redAndAmber = filter.ratings.join() === 'red,amber'
  return (
    <nav class="wm-plan-views" aria-label="What is shown">
      <p>
        <b>{what === '' ? `All ${counted(all, 'action')}` : `${what}: ${some} of ${all}`}</b>
      </p>
      {what === '' ? null : <a href="/plan">Whole plan</a>}
      {redAndAmber ? null : (
        <a href={filterHref(filter, { ratings: ['red', 'amber'] })}>Red and amber only</a>
      )}
      {tree.themes
        .filter(({ ref }) => ref !== filter.theme)
        .map(({ ref, title }) => (
          <a href={filterHref(filter, { theme: ref })}>{title}</a>
        ))}
      <span class="wm-plan-views__files">
        {mayWrite ? (
          <>
            {theme ? (
              <>
                <a href={`/plan/recommendations/new?under=${theme.id}`}>Add a recommendation</a>{' '}
                <a href={`/plan/themes/${theme.id}/change`}>Change this theme</a>{' '}
              </>
            ) : (
              <a href="/plan/themes/new">Add a theme</a>
            )}{' '}
            <a href="/plan/file">Bring in a file</a>{' '}
          </>
        ) : null}
        <a href="/plan/plan.xlsx">Excel</a>
        {', '}
        <a href="/plan/plan.csv">CSV</a>
      </span>
    </nav>
  )
}

const Nothing = ({ tree, mayWrite }: { tree: PlanTree; mayWrite: boolean }) =>
  tree.themes.length === 0 ? (
    <section class="wm-section">
      <h2>The plan is empty</h2>
      <p>
        {mayWrite ? (
          <>
            <a href="/plan/themes/new">Add the first theme</a>, or{' '}
            <a href="/plan/file">bring in the plan from a file</a>.
          </>
        ) : (
          'The programme manager adds themes, recommendations and actions.'
        )}
      </p>
    </section>
  ) : (
    <section class="wm-section">
      <h2>No actions match</h2>
      <p>
        <a href="/plan">Show the whole plan</a>
      </p>
    </section>
  )
