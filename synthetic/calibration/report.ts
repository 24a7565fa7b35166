import { EVERYWHERE_TARGETS } from './target-shared.ts'
import { ENGLAND_2025_TARGETS } from './target-england.ts'
import { NORCHESTER_2015_TARGETS } from './target-norchester.ts'
import { SPREAD_TARGETS, type SpreadTarget } from './target-spread.ts'
import type { CountedCouncil } from './council-count.ts'
import { IDENTITIES } from './identity-check.ts'
import { figureOf } from './figure.ts'
import { GROUPS, QUESTIONS } from './question.ts'
import { SENSE_CHECKS } from './sense-check.ts'
import { addUp, type Tally } from './tally.ts'
import { OURS, type Likeness, type Target } from './target.ts'

/** One line of the report. */
export interface CalibrationRow {
  group: string
  /** The measure's id; unique in a report. */
  measure: string
  what: string
  unit: string
  target: number
  /** Null where there was nothing to count, as in a small council where nobody was adopted; no fault of it. */
  generated: number | null
  /** How far off, either way, is still like it. */
  tolerance: number
  /** And how far chance alone may take so few. */
  chance: number
  within: boolean
  source: string
  why: string | null
}

const TARGETS: Readonly<Record<Likeness, readonly Target[]>> = {
  'norchester-2015': NORCHESTER_2015_TARGETS,
  'england-2025': ENGLAND_2025_TARGETS,
}

/** Authorities needed before it makes sense to ask how far they lie apart. */
const MIN_FOR_A_SPREAD = 30
const SPREAD = 'Spread between authorities'
const IDENTITY = 'Identities: breaches'
const SENSE = 'Sense: what can never be'

/**
 * Target next to generated for one council, or for several as if they were one. All must be meant to be alike: the
 * first says what they are held against.
 */
export function calibrationReport(councils: readonly CountedCouncil[]): CalibrationRow[] {
  const [first] = councils
  if (!first) return []
  const tally = addUp(councils.map((council) => council.tally))
  const targets = [...TARGETS[first.plan.likeness], ...EVERYWHERE_TARGETS]
  const rows = targets.map((target) => rowOf(tally, target))
  const order = [...QUESTIONS.keys()]
  const rank = ({ group, measure }: CalibrationRow) =>
    GROUPS.findIndex((name) => name === group) * 1000 + order.indexOf(measure)
  return [
    ...rows.toSorted((left, right) => rank(left) - rank(right)),
    ...(councils.length < MIN_FOR_A_SPREAD
      ? []
      : SPREAD_TARGETS.flatMap((target) => spreadRows(councils, target))),
    ...Object.entries(IDENTITIES).map(([id, what]) => neverRow(tally, IDENTITY, `identity.${id}`, what)),
    ...Object.entries(SENSE_CHECKS).map(([id, { what }]) => neverRow(tally, SENSE, `sense.${id}`, what)),
  ]
}

function rowOf(tally: Tally, { measure, value: target, tolerance, source, why }: Target): CalibrationRow {
  const question = QUESTIONS.get(measure)
  if (!question) throw new Error(`No question asks for ${measure}`)
  const figure = figureOf(tally, measure, question)
  const chance = figure?.chance ?? 0
  return {
    group: question.group,
    measure,
    what: question.what,
    unit: figure?.unit ?? '',
    target,
    generated: figure?.value ?? null,
    tolerance,
    chance,
    within: isWithin(figure?.value ?? null, target, tolerance + chance),
    source,
    why: why ?? null,
  }
}

const isWithin = (value: number | null, target: number, allowed: number): boolean =>
  value === null || Math.abs(value - target) <= allowed + 1e-9

function spreadRows(councils: readonly CountedCouncil[], wanted: SpreadTarget): CalibrationRow[] {
  const { measure, tenth, ninetieth, tolerance, source } = wanted
  const question = QUESTIONS.get(measure)!
  const figures = councils
    .map(({ tally }) => figureOf(tally, measure, question))
    .filter((figure) => figure !== null)
    .toSorted((left, right) => left.value - right.value)
  const quantile = (share: number) => figures[Math.round(share * (figures.length - 1))]?.value ?? null
  const chance = blurred(wanted, figures[figures.length >> 1]?.chance ?? 0)
  const row = (name: string, target: number, generated: number | null): CalibrationRow => ({
    group: SPREAD,
    measure: `${measure}, ${name}`,
    what: `${question.what}: ${name}`,
    unit: figures[0]?.unit ?? '',
    target,
    generated,
    tolerance,
    chance,
    within: isWithin(generated, target, tolerance + chance),
    source,
    why: null,
  })
  return [row('a tenth below', tenth, quantile(0.1)), row('a tenth above', ninetieth, quantile(0.9))]
}

/** Standard deviations from the middle to a tenth at either end. */
const TO_A_TENTH = 1.28

/** Families come in numbers and come back, so that authorities differ by more than as many children apart would. */
const CLUSTERED = 1.7

/** How much further apart small authorities lie by chance alone; `chance` is twice the error of a middling one. */
function blurred({ tenth, ninetieth }: SpreadTarget, chance: number): number {
  const real = (ninetieth - tenth) / 2 / TO_A_TENTH
  return TO_A_TENTH * (Math.hypot(real, (CLUSTERED * chance) / 2) - real)
}

/** A row of what must be 0. */
function neverRow(tally: Tally, group: string, measure: string, what: string): CalibrationRow {
  const breaches = tally.counts.get(measure)?.n ?? null
  return {
    group,
    measure,
    what,
    unit: 'breaches',
    target: 0,
    generated: breaches,
    tolerance: 0,
    chance: 0,
    within: breaches === 0,
    source: group === IDENTITY ? 'Holds in the published files' : OURS,
    why: null,
  }
}
