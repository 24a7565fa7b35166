import { allow, operator } from '../../access/index.ts'
import { loadedSnapshot } from '../../measures/commands.ts'
import type { FigureRange, Point } from '../../measures/index.ts'
import { toCsv } from '../../platform/csv.ts'
import { asColumns, asJson, type Terminal } from '../../platform/command/terminal.ts'
import type { Services } from '../../platform/room.ts'

export const FIGURE_HEADS = [
  'period',
  'split',
  'numerator',
  'denominator',
  'value',
  'provisional',
  'first_reported',
]

export const figureRow = (point: Point) => [
  point.period,
  point.split,
  point.numerator,
  point.denominator,
  point.value,
  point.provisional ? 'yes' : 'no',
  point.reported?.value ?? null,
]

const HIDDEN_CELL = 'c: a small number could identify a child'

/** The figures that may be published. A hidden point is `c`. */
export async function publicMeasure(
  services: Services,
  terminal: Terminal,
  id: string,
  range: FigureRange,
  options: { json?: true; csv?: true; xlsx?: string },
): Promise<number> {
  const { publicFigures } = await import('../../measures/index.ts')
  const { editionOf } = await import('../publication/edition-of.ts')
  const pass = allow(operator(services.council.id), 'figures:read')
  const snapshot = await loadedSnapshot(services)
  const answer = await publicFigures(editionOf(snapshot, services, pass), pass, id, range)
  const rows = answer.points.map((point) =>
    figureRow(point).map((cell) => (point.hidden && cell === null ? 'c' : cell)),
  )
  const heads = FIGURE_HEADS.slice(0, -1)
  const cells = rows.map((row) => (row[1] === 'c' ? row.with(1, null) : row).slice(0, -1))
  if (options.xlsx !== undefined && answer.available) {
    const { seriesOf } = await import('../../measures/index.ts')
    const { workbookNotes } = await import('../workbook-notes.ts')
    const { writeFigures } = await import('./figures-workbook.ts')
    const series = seriesOf(id)
    await writeFigures(terminal, options.xlsx, {
      heads,
      rows: cells,
      notes: [...(await workbookNotes(snapshot, series ? [series] : [])), ['Hidden', HIDDEN_CELL]],
    })
  } else if (options.json) terminal.out(asJson(answer))
  else if (options.csv) terminal.out(toCsv(heads, cells))
  else terminal.out(answer.available ? asColumns(heads, cells) : `Not published: ${answer.why}`)
  return answer.available ? 0 : 1
}
