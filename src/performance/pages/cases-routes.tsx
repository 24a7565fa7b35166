import { Hono, type Context } from 'hono'
import { allow, describeScope, type Person, type WebEnv } from '../../access/index.ts'
import { childReader } from '../../dataset/index.ts'
import { toCsv } from '../../platform/csv.ts'
import { isMonth } from '../../platform/day.ts'
import { NotFound } from '../../platform/errors.ts'
import {
  behindFigure,
  casesBehind,
  countCases,
  countWithheld,
  describeTableDays,
  figureReader,
  isOfRecords,
  isSplit,
  needsActionOf,
  recordsBehind,
  type RecordLink,
  type SeriesDefinition,
} from '../../measures/index.ts'
import { isCaseSort, sortCases } from './case-clock.ts'
import { countsOf } from './case-words.ts'
import type { CaseQuestion } from './case-link.tsx'
import { CasesPage } from './cases-page.tsx'
import type { FigureDeps } from './figure-deps.ts'
import { seriesAt, splitsFor } from './measure-read.ts'
import { csvAnswer } from './csv-answer.ts'

const COLUMNS = ['child_id', 'case_id', 'on_date', 'team', 'worker', 'met', 'value']

/** The list behind a figure: of those children that the reader may see (child-level), or of records. */
export const caseRoutes = (deps: FigureDeps) => {
  const answer = (c: Context<WebEnv>, what: 'cases' | 'export') =>
    listFor(deps, { person: c.var.person, id: c.req.param('id') ?? '', query: c.req.query(), what })
  return new Hono<WebEnv>()
    .get('/:id/cases', async (c) => {
      const list = await answer(c, 'cases')
      return c.html(<CasesPage frame={c.var.frame} scope={c.var.person.scope} {...list} />)
    })
    .get('/:id/cases.csv', async (c) => {
      const { series, question, rows } = await answer(c, 'export')
      const lines = rows.map((row) => [
        row.child_id,
        row.case_id,
        row.on_date,
        row.team,
        row.worker,
        row.met,
        row.value,
      ])
      return csvAnswer(`${series.id}-${question.period}-cases.csv`, toCsv(COLUMNS, lines))
    })
}

async function listFor(
  { records, pool, clock }: FigureDeps,
  {
    person,
    id,
    query,
    what,
  }: { person: Person; id: string; query: Record<string, string>; what: 'cases' | 'export' },
) {
  const pass = allow(person, 'figures:read')
  const series = seriesAt(id)
  // Who may not open lists of children is told so before anything is looked for.
  const children = isOfRecords(series.id) ? null : allow(person, 'cases:read')
  const question = questionOf(person, series, query)
  const snapshot = await pool.current(person.council)
  if (!snapshot) throw new NotFound('There is no snapshot')
  const { period, met, split } = question
  const reader = figureReader(snapshot, pass)
  const found = await reader.figures(series.id, { from: period, to: period, by: split?.by })
  const filter = { period, met, split }
  const { rows, links } = children
    ? {
        rows: await childReader({ records, clock }, children).read(casesBehind(snapshot, series.id, filter), {
          what,
          subject: subjectOf(question),
          why: describeScope(person.scope),
        }),
        links: new Map<string, RecordLink>(),
      }
    : await recordsBehind(snapshot, pass, series.id, filter)
  const { words } = await behindFigure(snapshot, person, series.id)
  const point = found.points.find((point) => point.split === (split?.value ?? null))
  return {
    series,
    question,
    rows: sortCases(rows, needsActionOf(series), question.sort ?? 'action'),
    links,
    words,
    counts: countsOf(series, point),
    total: children
      ? await countCases(snapshot, series.id, filter)
      : Math.max(rows.length, countsOf(series, point)[met] ?? 0),
    withheld: children ? await countWithheld(snapshot, person, series.id, filter) : 0,
    asAt: snapshot.asAt,
    otherDays: describeTableDays(found),
  }
}
/** Throws NotFound for an address that no link of ours makes. */
function questionOf(person: Person, series: SeriesDefinition, query: Record<string, string>): CaseQuestion {
  const { period, by, value, sort = 'action' } = query
  const { met = needsActionOf(series)?.met ?? 'all' } = query
  if (!isMonth(period)) throw new NotFound('A list needs a month')
  if (met !== 'yes' && met !== 'no' && met !== 'all') throw new NotFound('Met is yes, no or all')
  if (!isCaseSort(sort)) throw new NotFound(`A list is not sorted by ${sort}`)
  const question: CaseQuestion = { series: series.id, period, met, sort }
  if (!by || !value) return question
  if (!isSplit(by) || !splitsFor(person, series).includes(by))
    throw new NotFound(`There is no split by ${by}`)
  return { ...question, split: { by, value } }
}

/** What the access log keeps: the measure, the month and the part, never a child. */
const subjectOf = ({ series, period, met, split }: CaseQuestion): string =>
  `${series} ${period} met:${met}${split ? ` ${split.by}:${split.value}` : ''}`
