import { seriesOf } from '../measures/index.ts'
import { describeNearest } from '../performance/index.ts'
import type { Checked } from '../platform/errors.ts'
import { parseBlockReference } from './figure-reference.ts'
import { referencesIn } from './report-text.ts'

/** An error for the first reference that is malformed or unknown; null when there is none. */
function unknownIn(text: string): string | null {
  const whole = parseBlockReference(text)
  const series =
    whole?.kind === 'chart' ? [whole.series] : whole?.kind === 'measures' ? [...whole.series] : []
  const { references, unknown } = whole ? { references: [], unknown: [] } : referencesIn(text)
  const [braces] = unknown
  if (braces) return `${braces} is not a figure we know: write it like {{as-completed-45wd@2015-01}}`
  for (const reference of references) if (reference.kind === 'measure') series.push(reference.series)
  const missing = series.find((id) => seriesOf(id) === null)
  return missing
    ? `There is no measure ${missing}.${describeNearest(missing, [])} Find its id on the measures page`
    : null
}

export function checkText(text: string): Checked<string> {
  if (text === '') return { ok: false, errors: { text: 'Enter the text, or remove this part' } }
  const wrong = unknownIn(text)
  return wrong ? { ok: false, errors: { text: wrong } } : { ok: true, value: text }
}
