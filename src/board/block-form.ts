import { seriesOf } from '../measures/index.ts'
import type { Checked } from '../platform/errors.ts'
import { parseExhibit } from './figure-reference.ts'
import { referencesIn } from './report-text.ts'

/** What a text is bound to and we do not have, in words that say how to put it right; null when all is well. */
function unknownIn(text: string): string | null {
  const exhibit = parseExhibit(text)
  const series =
    exhibit?.kind === 'chart' ? [exhibit.series] : exhibit?.kind === 'measures' ? [...exhibit.series] : []
  const { references, unknown } = exhibit ? { references: [], unknown: [] } : referencesIn(text)
  const [braces] = unknown
  if (braces) return `${braces} is bound to nothing: write it like {{as-completed-45wd@2015-01}}`
  for (const reference of references) if (reference.kind === 'measure') series.push(reference.series)
  const missing = series.find((id) => seriesOf(id) === null)
  return missing ? `There is no measure ${missing}: look its id up on the measures page` : null
}

/** The text to save, or what to put right. */
export function checkText(text: string): Checked<string> {
  if (text === '') return { ok: false, errors: { text: 'Enter the text, or take this part out' } }
  const wrong = unknownIn(text)
  return wrong ? { ok: false, errors: { text: wrong } } : { ok: true, value: text }
}
