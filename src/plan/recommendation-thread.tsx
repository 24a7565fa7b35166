import type { Child } from 'hono/jsx'
import { measureSeries, type Point, type SeriesDefinition } from '../measures/index.ts'
import { formatDayOfYear, formatMonth, type Day, type Month } from '../platform/day.ts'
import { formatCount as formatCounted } from '../platform/words.ts'
import { NeedingLink } from '../performance/web.ts'
import { isFinished } from './action.ts'
import { counted } from './count-words.ts'
import { isStale, nextToGoStale, type Evidence } from './evidence.ts'
import type { EffectVerdict } from './measure-effect.ts'
import type { RecommendationNode } from './plan-tree.ts'
import { SOURCE_WORDS } from './recommendation.ts'
import { describeMeasure, type MeasuredEffect } from './recommendation-sentence.ts'

/** A sentence of the Board report that rests on a recommendation. */
export interface BoardSentence {
  /** "Paragraph 3.3" */
  where: string
  href: string
  text: string
  /** Nothing in it waits to be agreed again. */
  resolved: boolean
}

interface ThreadProps {
  today: Day
  recommendation: RecommendationNode
  measured: readonly MeasuredEffect[]
  sentences: readonly BoardSentence[]
  maySeeCases: boolean
}

/** The six links of the thread, each a dot on one line: hollow where it is not yet made. */
export function Thread(props: ThreadProps) {
  const { recommendation, measured } = props
  const { actions } = recommendation
  const finished = actions.filter(isFinished).length
  const embedded = actions.filter(({ progress }) => progress === 'embedded').length
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
      <Link title="Measures" made={measured.length > 0} note={describeChanged(measured)}>
        <a href="#changed">{measured.length} bound</a>
      </Link>
      <ChildrenBehind measured={measured} maySeeCases={props.maySeeCases} />
      <EvidenceLink evidence={actions.flatMap((action) => action.evidence)} today={props.today} />
      <ReportLink sentences={props.sentences} />
    </ol>
  )
}

/** Nothing has changed only where something can be told: before that it is too early, or there is nothing to compare with. */
function describeChanged(measured: readonly MeasuredEffect[]): string {
  const having = (...verdicts: readonly EffectVerdict[]) =>
    measured.filter(({ effect }) => verdicts.includes(effect.verdict)).length
  if (measured.length === 0) return 'none yet'
  if (having('early', 'unknown') === measured.length) return 'too early to tell'
  const changed = having('better', 'worse', 'changed')
  return changed === 0 ? 'none has changed' : `${changed} ${changed === 1 ? 'has' : 'have'} changed`
}

function EvidenceLink({ evidence, today }: { evidence: readonly Evidence[]; today: Day }) {
  const next = nextToGoStale(evidence, today)
  const stale = evidence.filter((piece) => isStale(piece, today)).length
  return (
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
  )
}

function ReportLink({ sentences }: { sentences: readonly BoardSentence[] }) {
  const waiting = sentences.filter(({ resolved }) => !resolved).length
  return (
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
  )
}

const Link = (props: { title: string; made: boolean; note: string; children: Child }) => (
  <li class={props.made ? 'wm-thread__link' : 'wm-thread__link wm-thread__link--open'}>
    <span class="wm-thread__title">{props.title}</span>
    <span class="wm-thread__value">{props.children}</span>
    <span class="wm-thread__title">{props.note}</span>
  </li>
)

/** The children, or what else, that the first measure with figures counts: a list for those who may see it, a count for the rest. */
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
  const listed = measureSeries(series.id)?.listed ?? { one: 'child', many: 'children' }
  const count = listLength(series, point)
  const behind = count === null ? `The ${listed.many}` : formatCounted(count, listed.one, listed.many)
  const when = ` in ${formatMonth(point.period)}`
  const needing = NeedingLink({ series, point, may: maySeeCases, when })
  const words = `${behind}${when}`
  return (
    <Link
      title={listed.one === 'child' ? 'Children behind them' : 'Behind them'}
      made
      note={maySeeCases ? describeMeasure(found.measure) : 'your role sees counts only'}
    >
      {needing ?? (maySeeCases ? <a href={casesHref(series.id, point.period)}>{words}</a> : <b>{words}</b>)}
    </Link>
  )
}

/** How many rows the list behind a figure has; null where the figure does not say it. */
function listLength(
  { kind, over }: SeriesDefinition,
  { numerator, denominator, value }: Point,
): number | null {
  if (kind === 'count') return value
  if (kind === 'mean' && over === 'workers') return numerator
  return kind !== 'ratio' && over === 'cases' ? denominator : null
}

const casesHref = (seriesId: string, period: Month) => `/measures/${seriesId}/cases?period=${period}&met=all`
