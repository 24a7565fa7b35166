import { england } from '../performance/index.ts'
import { pointOf, type FigureBook } from './figure-book.ts'
import type { Reference } from './figure-reference.ts'

/** "Above the target", "lower than England": with "well" or "far" it says how much, which nothing here bears out. */
const COMPARED =
  /^(?:still )?(above|higher than|below|lower than|better than|worse than) (?:the |our |its )?(england|english|national|target)$/i

/**
 * Whether a claim of being above or below holds by the figures that its own sentence prints: the measure's value and, of
 * the same month, its target or England's figure of the same year.
 */
export function isBorneOut(claim: string, references: readonly Reference[], book: FigureBook): boolean {
  const [, word = '', than = ''] = COMPARED.exec(claim.toLowerCase()) ?? []
  const field = than === 'target' ? 'target' : 'england'
  const printed = references.flatMap((reference) => (reference.kind === 'measure' ? [reference] : []))
  const other = printed.find((reference) => reference.field === field)
  const own = printed.find(
    (reference) =>
      reference.field === 'value' && reference.series === other?.series && reference.month === other.month,
  )
  const series = own && book.series.get(own.series)
  if (word === '' || !own || !series) return false
  const value = pointOf(series, own.month)?.value ?? null
  const held = field === 'target' ? series.target : comparable(series, own.month, book)
  if (value === null || held === null) return false
  const { polarity } = series.definition
  if (word.endsWith(' than') && /better|worse/.test(word)) {
    if (polarity === 'neutral' || value === held) return false
    return word.startsWith('better') === (polarity === 'higher' ? value > held : value < held)
  }
  return /above|higher/.test(word) ? value > held : value < held
}

/** England's figure where it has our unit and our year. */
function comparable(
  { definition }: NonNullable<ReturnType<FigureBook['series']['get']>>,
  month: Parameters<typeof england>[1],
  { comparison }: FigureBook,
): number | null {
  const published = england(definition, month, comparison)
  return published && published.isSameYear && published.unit === definition.unit ? published.value : null
}
