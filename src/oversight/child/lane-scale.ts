import { scaleLinear } from 'd3-scale'
import { daysBetween, type Day } from '../../platform/day.ts'
import { LANES, type ChildEvent, type ChildSpell, type Lane } from './event.ts'
import type { Finding } from './stands-out.ts'
import type { ChildRecord } from './record.ts'
import type { Span } from './shown.ts'

/** The drawing: names of lanes, the days, and what stands out. */
export const WIDTH = 1180
export const LABEL = 200
/** Where the column of what stands out begins. */
export const FINDINGS = 892
export const TOP = 40
const ROW = 38
/** From one line of text to the next. */
export const LINE = 17

export interface Scale extends Span {
  x: (day: Day) => number
}

export function timeScale({ from, to }: Span): Scale {
  const scale = scaleLinear([0, daysBetween(from, to)], [LABEL, FINDINGS - 14]).clamp(true)
  return { from, to, x: (day) => Math.round(scale(daysBetween(from, day)) * 10) / 10 }
}

/** A line of text in the column: the drawing cannot wrap by itself. */
export interface FindingLine {
  text: string
  isBold: boolean
}

/** One lane of the drawing, with what is in its days. */
export interface DrawnLane {
  lane: Lane
  y: number
  height: number
  events: readonly ChildEvent[]
  spells: readonly ChildSpell[]
  lines: readonly FindingLine[]
}

/** So many letters fit in a line of the column, and in a line of a lane’s name. */
const LETTERS = 32
const NAME_LETTERS = 22
/** More lines than these are left to the table below the drawing, which has them all. */
const MOST_LINES = 4

function linesOf(findings: readonly Finding[]): FindingLine[] {
  const lines = findings.flatMap(({ text, isBold }) =>
    wrap(text, LETTERS).map((line) => ({ text: line, isBold })),
  )
  return lines.length <= MOST_LINES
    ? lines
    : [...lines.slice(0, MOST_LINES - 1), { text: 'and more, below', isBold: false }]
}

/** The name of a lane, in one line or two. */
export const nameLines = (lane: Lane): string[] => wrap(lane, NAME_LETTERS)

function wrap(text: string, letters: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    if (line !== '' && line.length + 1 + word.length > letters) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}

/** The lanes in which something happened in the days of the drawing, or of which something stands out. */
export function drawnLanes(
  record: ChildRecord,
  { from, to }: Span,
  findings: readonly Finding[],
): DrawnLane[] {
  let y = TOP
  return LANES.flatMap((lane) => {
    const events = record.events.filter((event) => event.lane === lane && event.on >= from && event.on <= to)
    const spells = record.spells.filter(
      (spell) => spell.lane === lane && (spell.to ?? record.asAt) >= from && spell.from <= to,
    )
    const lines = linesOf(findings.filter((finding) => finding.lane === lane))
    if (events.length + spells.length + lines.length === 0) return []
    const height = Math.max(ROW, lines.length * LINE + 14)
    const drawn = { lane, y, height, events, spells, lines }
    y += height
    return [drawn]
  })
}
