import { formatDay, type Day } from '../platform/day.ts'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import { BeforeAndAfter } from './before-after.tsx'
import { DoneList } from './done-list.tsx'
import { isStale } from './evidence.ts'
import { History } from './history-view.tsx'
import type { RecommendationNode } from './plan-tree.ts'
import { recommendationSentence, stuckIn, type MeasuredEffect } from './recommendation-sentence.ts'
import { Thread, type BoardSentence } from './recommendation-thread.tsx'

interface RecommendationPageProps {
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
          <DoneList actions={recommendation.actions} today={props.today} />
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
            {measured.map((effect, index) => (
              <BeforeAndAfter measured={effect} id={`effect-${index + 1}`} mayWrite={mayWrite} />
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
