import type { Source } from '../../standards/table.ts'
import { annexAConversion } from '../annex-a/conversion.ts'
import { captureConversion } from '../capture/conversion.ts'
import { cinCensusConversion } from '../cin-census/conversion.ts'
import type { Conversion } from './conversion.ts'
import { ssdConversion } from '../ssd/conversion.ts'
import { ssda903Conversion } from '../ssda903/conversion.ts'

const CONVERSIONS: readonly Conversion[] = [
  ssdConversion,
  annexAConversion,
  cinCensusConversion,
  ssda903Conversion,
  captureConversion,
]

export function conversionOf(source: Source): Conversion {
  const conversion = CONVERSIONS.find((conversion) => conversion.source === source)
  if (!conversion) throw new Error(`There is no conversion of ${source}`)
  return conversion
}

/** The standards that carry a field of the dataset, the one that leads first. */
export const standardsWith = (table: string, column: string): Source[] =>
  CONVERSIONS.filter(({ origins }) => origins[table]?.columns[column] !== undefined).map(
    ({ source }) => source,
  )
