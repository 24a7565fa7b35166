import type { Spell } from './known-child.ts'
import type { TruthMonths } from './truth-months.ts'

/** For each month end at which a child had something open, the one that began last; the first written of one day. */
export function latestBegun<Open extends Spell>(
  months: TruthMonths,
  spells: readonly Open[],
): Map<number, Open> {
  const latest = new Map<number, Open>()
  for (const spell of spells) {
    for (const place of months.endsWithin(spell.from, spell.until)) {
      const other = latest.get(place)
      if (!other || spell.from > other.from) latest.set(place, spell)
    }
  }
  return latest
}
