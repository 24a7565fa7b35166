import type { Child } from 'hono/jsx'
import { formatDay, formatDayOfYear, formatMonth, type Day, type Month } from '../platform/day.ts'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import { isFinished, PROGRESS_WORDS } from './action.ts'
import { BeforeAndAfter } from './before-after.tsx'
import { counted } from './count-words.ts'
import { isStale, nextToGoStale } from './evidence.ts'
import { History } from './history-view.tsx'
import type { ActionNode, RecommendationNode } from './plan-tree.ts'
import { SOURCE_WORDS } from './recommendation.ts'
import {
  recommendationSentence,
  describeMeasure,
  stuckIn,
  type MeasuredEffect,
} from './recommendation-sentence.ts'

/** A sentence of the Board report that rests on a recommendation. */
export interface BoardSentence {
  /** "Paragraph 3.3" */
  where: string
  href: string
  text: string
  /** Nothing in it waits to be agreed again. */
  resolved: boolean
}

export interface RecommendationPageProps {
  frame: FrameProps
  today: Day
  recommendation: RecommendationNode
  measured: readonly MeasuredEffect[]
  sentences: readonly BoardSentence[]
  mayWrite: boolean
  maySeeCases: boolean
}

export function RecommendationPage(props: RecommendationPageProps) {
  const { frame, recommendation, measured } = props
  const { theme } = recommendation
  return (
    <Page
      frame={frame}
      title={`${recommendation.ref}: ${recommendation.title}`}
      section="/plan"
      breadcrumbs={[
        { text: 'Plan', href: '/plan' },
        { text: theme.title, href: `/plan?theme=${encodeURIComponent(theme.ref)}` },
      ]}
    >
      <PageHeading
        caption="Recommendation, and whether children are better off"
        title={`${recommendation.ref}: ${recommendation.title}`}
        sentence={recommendationSentence(recommendation.actions, measured)}
      />
      <Thread {...props} />
      <div class="wm-recommendation">
        <div>
          <section class="wm-part">
            <h2 id="asked">What was asked</h2>
            <p>{recommendation.asked}</p>
            <p class="wm-note">
              Our words. {recommendation.sourceNote ? `${recommendation.sourceNote}. ` : null}
              Sponsor: {recommendation.sponsor || 'nobody yet'}. Owner: {recommendation.owner || 'nobody yet'}
              .
            </p>
            {props.mayWrite ? (
              <p>
                <a href={`/plan/recommendations/${recommendation.id}/change`}>
                  Change<span class="govuk-visually-hidden"> what was asked</span>
                </a>
              </p>
            ) : null}
          </section>
          <Done actions={recommendation.actions} today={props.today} />
          {props.mayWrite ? (
            <p>
              <a href={`/plan/actions/new?under=${recommendation.id}`}>Add an action</a>
            </p>
          ) : null}
        </div>
        <Changed {...props} />
        <div>
          <Stuck {...props} />
          <EvidencePart {...props} />
          <Sentences sentences={props.sentences} />
        </div>
      </div>
      <section class="wm-part wm-section">
        <h2>What has happened to it</h2>
        <History ratings={[]} changes={recommendation.changes} />
      </section>
    </Page>
  )
}

/** The six links of the thread, each a dot on one line: hollow where it is not yet made. */
function Thread(props: RecommendationPageProps) {
  const { recommendation, measured, sentences, today } = props
  const { actions } = recommendation
  const finished = actions.filter(isFinished).length
  const embedded = actions.filter(({ progress }) => progress === 'embedded').length
  const changed = measured.filter(({ effect }) =>
    ['better', 'worse', 'changed'].includes(effect.verdict),
  ).length
  const evidence = actions.flatMap((action) => action.evidence)
  const next = nextToGoStale(evidence, today)
  const stale = evidence.filter((piece) => isStale(piece, today)).length
  const waiting = sentences.filter(({ resolved }) => !resolved).length
  return (
    <ol class="wm-thread" aria-label="The thread">
      <Link title="Recommendation" made note={SOURCE_WORDS[recommendation.source]}>
        <a href="#asked">{recommendation.ref}</a>
      </Link>
      <Link
        title="Actions"
        made={actions.length > 0}
        note={embedded === 0 ? 'none embedded' : `${embedded} embedded`}
      >
        <a href="#done">
          {actions.length}, of which {finished} delivered
        </a>
      </Link>
      <Link
        title="Measures"
        made={measured.length > 0}
        note={changed === 0 ? 'none has changed' : `${changed} ${changed === 1 ? 'has' : 'have'} changed`}
      >
        <a href="#changed">{measured.length} bound</a>
      </Link>
      <ChildrenBehind measured={measured} maySeeCases={props.maySeeCases} />
      <Link
        title="Evidence"
        made={evidence.length > 0}
        note={
          stale > 0
            ? `${counted(stale, 'piece')} gone stale`
            : next?.expiresOn
              ? `1 goes stale after ${formatDayOfYear(next.expiresOn)}`
              : 'none goes stale'
        }
      >
        <a href="#evidence">{counted(evidence.length, 'piece')}</a>
      </Link>
      <Link
        title="Board report"
        made={sentences.length > 0 && waiting === 0}
        note={
          sentences.length === 0
            ? 'no sentence rests on it'
            : waiting > 0
              ? `${counted(waiting, 'sentence')} to agree`
              : 'all agreed'
        }
      >
        {sentences[0] ? <a href={sentences[0].href}>{sentences[0].where}</a> : <b>Not in it yet</b>}
      </Link>
    </ol>
  )
}

const Link = (props: { title: string; made: boolean; note: string; children: Child }) => (
  <li class={props.made ? 'wm-thread__link' : 'wm-thread__link wm-thread__link--open'}>
    <span class="wm-thread__title">{props.title}</span>
    <span class="wm-thread__value">{props.children}</span>
    <span class="wm-thread__title">{props.note}</span>
  </li>
)

/** The children whom the first measure that has figures is about: a list for those who may see it, a count for the rest. */
function ChildrenBehind({
  measured,
  maySeeCases,
}: {
  measured: readonly MeasuredEffect[]
  maySeeCases: boolean
}) {
  const found = measured.find(({ measure }) => measure.points.some(({ value }) => value !== null))
  const point = found?.measure.points.findLast(({ value }) => value !== null)
  if (!found || !point) {
    return (
      <Link title="Children behind them" made={false} note={found ? '' : 'no measure has figures'}>
        <b>None yet</b>
      </Link>
    )
  }
  const { series } = found.measure
  const behind = point.denominator ?? point.numerator ?? 0
  const words = `${behind.toLocaleString('en-GB')} in ${formatMonth(point.period)}`
  return (
    <Link
      title="Children behind them"
      made
      note={maySeeCases ? describeMeasure(found.measure) : 'your role sees counts only'}
    >
      {maySeeCases ? <a href={casesHref(series.id, point.period)}>{words}</a> : <b>{words}</b>}
    </Link>
  )
}

const casesHref = (seriesId: string, period: Month) => `/measures/${seriesId}/cases?period=${period}&met=all`

/** Work as a list: delivered, under way, then to come. */
function Done({ actions, today }: { actions: readonly ActionNode[]; today: Day }) {
  const order = ['embedded', 'delivered', 'under_way', 'not_started'] as const
  const sorted = order.flatMap((progress) => actions.filter((action) => action.progress === progress))
  return (
    <section class="wm-part">
      <h2 id="done">What was done</h2>
      {actions.length === 0 ? <p>Nothing has been agreed to do about this yet.</p> : null}
      <ul class="wm-done">
        {sorted.map((action) => (
          <li>
            <ProgressMark action={action} />
            <div>
              <a href={`/plan/actions/${action.id}`}>{action.title}</a>
              <div class="wm-note">{formatWhen(action, today)}</div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function formatWhen(action: ActionNode, today: Day): string {
  if (action.progress === 'embedded' && action.embeddedOn) return `Embedded, ${formatDay(action.embeddedOn)}`
  if (isFinished(action))
    return action.deliveredOn ? `Delivered, ${formatDay(action.deliveredOn)}` : 'Delivered'
  const word = PROGRESS_WORDS[action.progress]
  if (action.startOn && action.startOn > today) return `Next, from ${formatDay(action.startOn)}`
  return `${word}, due ${formatDay(action.dueOn)}`
}

const ProgressMark = ({ action }: { action: ActionNode }) => (
  <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" class="wm-mark-svg">
    {isFinished(action) ? (
      <path d="M2.5 9.5l4 4 9-10" fill="none" stroke="#0b0c0c" stroke-width="3" />
    ) : (
      <>
        <circle cx="9" cy="9" r="7" fill="#ffffff" stroke="#0b0c0c" stroke-width="2" />
        {action.progress === 'under_way' ? <path d="M9 2a7 7 0 0 1 0 14z" fill="#0b0c0c" /> : null}
      </>
    )}
  </svg>
)

function Changed({ measured, recommendation, mayWrite }: RecommendationPageProps) {
  const landed = measured.find(({ effect }) => effect.sinceMonth !== null)
  return (
    <section class="wm-part">
      <h2 id="changed">What changed for children</h2>
      {measured.length === 0 ? (
        <p>Nothing would show a change: no measure is bound to this recommendation or to its actions.</p>
      ) : (
        <>
          <p class="wm-note">
            {landed ? 'Upright line: the month in which the change landed. ' : null}
            Band: the usual range before it.
          </p>
          <div class="wm-effects">
            {measured.map((one, index) => (
              <BeforeAndAfter measured={one} id={`effect-${index + 1}`} mayWrite={mayWrite} />
            ))}
          </div>
        </>
      )}
      {mayWrite ? (
        <p>
          <a href={`/plan/measures/new?under=${recommendation.id}`}>Bind a measure</a>
        </p>
      ) : null}
    </section>
  )
}

function Stuck({ recommendation, today }: RecommendationPageProps) {
  const stuck = stuckIn(recommendation, today)
  return (
    <section class="wm-part">
      <h2>What is stuck</h2>
      {stuck.length === 0 ? (
        <p>Nothing is past its day, rated red, or resting on stale evidence.</p>
      ) : (
        <ul class="wm-rows">
          {stuck.map(({ what, why, who, actionId }) => (
            <li>
              <a href={`/plan/actions/${actionId}`}>{what}</a>
              <div>{why}</div>
              <div class="wm-note">{who}</div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function EvidencePart({ recommendation, today }: RecommendationPageProps) {
  const pieces = recommendation.actions.flatMap((action) =>
    action.evidence.map((piece) => ({ action, piece })),
  )
  return (
    <section class="wm-part">
      <h2 id="evidence">Evidence</h2>
      {pieces.length === 0 ? <p>There is none yet. Green needs evidence.</p> : null}
      <ul class="wm-rows">
        {pieces.map(({ action, piece }) => (
          <li>
            {piece.title}
            <div class="wm-note">
              <a href={`/plan/actions/${action.id}`}>{action.ref}</a>, from {formatDay(piece.effectiveOn)}
              {piece.expiresOn
                ? `, ${isStale(piece, today) ? 'went stale after' : 'until'} ${formatDay(piece.expiresOn)}`
                : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Sentences = ({ sentences }: { sentences: readonly BoardSentence[] }) => (
  <section class="wm-part">
    <h2>In the Board report</h2>
    {sentences.length === 0 ? <p>No sentence of the report rests on it yet.</p> : null}
    <ul class="wm-rows">
      {sentences.map(({ where, href, text, resolved }) => (
        <li>
          <a href={href}>{where}</a>
          <div>{text}</div>
          {resolved ? null : <div class="wm-note">To agree again</div>}
        </li>
      ))}
    </ul>
  </section>
)
