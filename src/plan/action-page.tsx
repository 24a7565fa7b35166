import { dayInEngland, formatDay, type Day } from '../platform/day.ts'
import { ScrollRegion } from '../ui/charts/figure.tsx'
import { Table } from '../ui/components/table.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import { daysLate, daysSlid, isFinished, PROGRESS_WORDS } from './action.ts'
import { counted } from './count-words.ts'
import { inDate, isStale } from './evidence.ts'
import { BragWord } from './brag-word.tsx'
import { History } from './history-view.tsx'
import { isMissed } from './milestone.ts'
import { measuresFor, type ActionNode, type RecommendationNode } from './plan-tree.ts'
import { BRAG_WORDS } from './rating.ts'
import { describeBound, describeHolding } from './recommendation-sentence.ts'
import { TimelineHead, TimelineKey, TimelinePicture } from './timeline-picture.tsx'
import { axisAround } from './timeline.ts'

interface ActionPageProps {
  frame: FrameProps
  today: Day
  action: ActionNode
  recommendation: RecommendationNode
  mayWrite: boolean
  mayConfirm: boolean
}

/** The way down to an action: the plan, its recommendation. */
export const actionCrumbs = (recommendation: RecommendationNode) => [
  { text: 'Plan', href: '/plan' },
  { text: recommendation.ref, href: `/plan/recommendations/${recommendation.id}` },
]

/** How the action is against its day, then what evidence it has. */
function describeAction(action: ActionNode, today: Day): { bold: string; rest: string } {
  const late = daysLate(action, today)
  const slid = daysSlid(action)
  const good = action.evidence.filter((piece) => inDate(piece, today)).length
  const bold =
    action.progress === 'embedded'
      ? `Embedded${action.embeddedOn ? ` since ${formatDay(action.embeddedOn)}` : ''}.`
      : isFinished(action)
        ? `Delivered${action.deliveredOn ? ` on ${formatDay(action.deliveredOn)}` : ''}, not yet embedded.`
        : late > 0
          ? `${counted(late, 'day')} late.`
          : `${PROGRESS_WORDS[action.progress]}, due ${formatDay(action.dueOn)}.`
  const moved = slid > 0 ? `Its due day has slid ${counted(slid, 'day')} from the baseline. ` : ''
  const rests =
    action.evidence.length === 0
      ? 'It has no evidence.'
      : good === 0
        ? 'All of its evidence has gone stale.'
        : `${counted(good, 'piece')} of evidence ${good === 1 ? 'is' : 'are'} in date.`
  return { bold, rest: moved + rests }
}

export function ActionPage({ frame, today, action, recommendation, mayWrite, mayConfirm }: ActionPageProps) {
  const axis = axisAround(today, 440)
  const here = `/plan/actions/${action.id}`
  return (
    <Page
      frame={frame}
      title={`${action.ref}: ${action.title}`}
      section="/plan"
      breadcrumbs={actionCrumbs(recommendation)}
    >
      <PageHeading
        caption={`Action under ${recommendation.ref} · ${recommendation.title}`}
        title={`${action.ref}: ${action.title}`}
        sentence={describeAction(action, today)}
      />
      <Facts action={action} />
      {mayWrite || mayConfirm ? (
        <p class="wm-links">
          {mayWrite ? <a href={`${here}/change`}>Change this action</a> : null}
          {mayConfirm ? <a href={`${here}/rating`}>Confirm a rating</a> : null}
        </p>
      ) : null}
      <div class="wm-with-side">
        <div>
          {action.note === '' ? null : (
            <section class="wm-part">
              <h2>How it is going</h2>
              <p>{action.note}</p>
            </section>
          )}
          <section class="wm-part">
            <h2>Its days</h2>
            <ScrollRegion label="The action's days">
              <TimelineHead axis={axis} today={today} />
              <div class="wm-plan-days__row">
                <TimelinePicture action={action} axis={axis} today={today} />
              </div>
            </ScrollRegion>
            <TimelineKey />
            <Milestones action={action} today={today} mayWrite={mayWrite} />
          </section>
          <Evidence action={action} today={today} mayWrite={mayWrite} />
          <Measures action={action} recommendation={recommendation} mayWrite={mayWrite} />
        </div>
        <section class="wm-happened" aria-labelledby="happened">
          <h2 id="happened">What has happened to it</h2>
          <History ratings={action.ratings} changes={action.changes} />
        </section>
      </div>
    </Page>
  )
}

const Facts = ({ action }: { action: ActionNode }) => (
  <dl class="wm-facts">
    <div>
      <dt>Rating</dt>
      <dd>
        {action.standing.shown ? <BragWord rating={action.standing.shown} /> : 'Not rated'}
        <StandingNote action={action} />
      </dd>
    </div>
    <Fact name="Owner" value={action.owner || 'Nobody owns it'} />
    <Fact name="How far it is" value={PROGRESS_WORDS[action.progress]} />
    <Fact name="Start" value={action.startOn ? formatDay(action.startOn) : 'Not set'} />
    <Fact name="Baseline, never moves" value={formatDay(action.baselineDueOn)} />
    <Fact name="Due" value={formatDay(action.dueOn)} />
  </dl>
)

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

function StandingNote({ action }: { action: ActionNode }) {
  const { confirmed, proposed, disagrees } = action.standing
  if (confirmed && disagrees && proposed) {
    return (
      <div class="wm-note">
        confirmed {formatDay(dayInEngland(confirmed.at))}; owner says{' '}
        {BRAG_WORDS[proposed.rating].toLowerCase()}
      </div>
    )
  }
  if (confirmed) return <div class="wm-note">confirmed {formatDay(dayInEngland(confirmed.at))}</div>
  return proposed ? <div class="wm-note">the owner’s word, not confirmed</div> : null
}

const ChangeLink = ({ href, what }: { href: string; what: string }) => (
  <a href={href}>
    Change<span class="govuk-visually-hidden"> {what}</span>
  </a>
)

interface PartProps {
  action: ActionNode
  today: Day
  mayWrite: boolean
}

function Milestones({ action, today, mayWrite }: PartProps) {
  return (
    <>
      {action.milestones.length > 0 ? (
        <Table
          caption="Milestones"
          classes="wm-records"
          head={[
            { text: 'Milestone' },
            { text: 'Due' },
            { text: 'Met' },
            ...(mayWrite ? [{ html: <Hidden text="Change" /> }] : []),
          ]}
          rows={action.milestones.map((milestone) => [
            { text: milestone.title },
            { text: formatDay(milestone.dueOn), attributes: { 'data-label': 'Due' } },
            {
              html: milestone.metOn ? (
                formatDay(milestone.metOn)
              ) : isMissed(milestone, today) ? (
                <b>Missed</b>
              ) : (
                'To come'
              ),
              attributes: { 'data-label': 'Met' },
            },
            ...(mayWrite
              ? [
                  {
                    html: (
                      <ChangeLink href={`/plan/milestones/${milestone.id}/change`} what={milestone.title} />
                    ),
                  },
                ]
              : []),
          ])}
        />
      ) : null}
      {mayWrite ? (
        <p>
          <a href={`/plan/milestones/new?under=${action.id}`}>Add a milestone</a>
        </p>
      ) : null}
    </>
  )
}

const Hidden = ({ text }: { text: string }) => <span class="govuk-visually-hidden">{text}</span>

function Evidence({ action, today, mayWrite }: PartProps) {
  return (
    <section class="wm-part">
      <h2>Evidence</h2>
      {action.evidence.length === 0 ? (
        <p>There is none yet. Green needs evidence.</p>
      ) : (
        <Table
          classes="wm-records"
          caption={`${counted(action.evidence.length, 'piece')} of evidence`}
          head={[
            { text: 'What it is' },
            { text: 'Where it is kept' },
            { text: 'Counts from' },
            { text: 'Counts until' },
            { text: 'Added' },
            ...(mayWrite ? [{ html: <Hidden text="Change" /> }] : []),
          ]}
          rows={action.evidence.map((piece) => [
            { text: piece.title },
            { text: piece.place, attributes: { 'data-label': 'Kept' } },
            { text: formatDay(piece.effectiveOn), attributes: { 'data-label': 'From' } },
            {
              html: piece.expiresOn ? (
                <>
                  {formatDay(piece.expiresOn)} {isStale(piece, today) ? <b>gone stale</b> : null}
                </>
              ) : (
                'does not go stale'
              ),
              attributes: { 'data-label': 'Until' },
            },
            {
              text: `${formatDay(dayInEngland(piece.uploadedAt))}, ${piece.uploadedBy}`,
              attributes: { 'data-label': 'Added' },
            },
            ...(mayWrite
              ? [{ html: <ChangeLink href={`/plan/evidence/${piece.id}/change`} what={piece.title} /> }]
              : []),
          ])}
        />
      )}
      {mayWrite ? (
        <p>
          <a href={`/plan/evidence/new?under=${action.id}`}>Add evidence</a>
        </p>
      ) : null}
    </section>
  )
}

function Measures({
  action,
  recommendation,
  mayWrite,
}: Pick<ActionPageProps, 'action' | 'recommendation' | 'mayWrite'>) {
  const measures = measuresFor(action, recommendation)
  const own = action.bindings.length > 0
  return (
    <section class="wm-part">
      <h2>What would show a change</h2>
      {measures.length === 0 ? <p>Nothing: no measure is bound to it or to its recommendation.</p> : null}
      {measures.length > 0 && !own ? (
        <p class="wm-note">It has no measure of its own: those of {recommendation.ref} speak for it.</p>
      ) : null}
      <ul class="wm-rows">
        {measures.map((binding) => (
          <li>
            <a href={`/measures/${binding.seriesId}`}>{describeBound(binding.seriesId)}</a>
            <div class="wm-note">
              {describeHolding(binding)}{' '}
              {binding.landedOn ? `The change landed on ${formatDay(binding.landedOn)}. ` : null}
              {mayWrite && own ? (
                <ChangeLink href={`/plan/measures/${binding.id}/change`} what="this measure" />
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <p>
          <a href={`/plan/measures/new?under=${action.id}`}>Bind a measure</a>
        </p>
      ) : null}
    </section>
  )
}
