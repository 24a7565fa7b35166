import { formatDay } from '../src/platform/day.ts'
import type { WrittenFile } from './files/written-file.ts'
import type { CouncilPlan } from './plans/council-plan.ts'
import type { WrittenParts } from './writers.ts'

/** What lies next to the files of an invented council, in words. */
export function readMe(plan: CouncilPlan, parts: WrittenParts, files: readonly WrittenFile[]): string {
  const lines = [
    `${plan.name} (${plan.code}), as at ${formatDay(plan.asAt)}`,
    '',
    `${plan.name} does not exist. Every child, family, adopter and worker in these files is invented, and so is`,
    'every postcode, pupil number and registration.',
    `They were made from the seed ${plan.askedSeed}: the same seed makes the same files.`,
    '',
    ...aboutParts(parts),
    'truth.json holds the figures that these files should give, counted from the events themselves and not from the files.',
    '',
    'Rows  File',
    ...files.map(({ file, rows }) => `${String(rows).padStart(7)}  ${file}`),
  ]
  return lines.join('\n') + '\n'
}

function aboutParts({ formats, window, extracts, isMessy }: WrittenParts): string[] {
  const lines: string[] = []
  if (formats.includes('annex-a')) {
    lines.push(
      window === 'ofsted'
        ? 'Annex A goes back as far as Ofsted asks: six months, and twelve in lists 10 and 11.'
        : 'Annex A holds every event and every episode, further back than Ofsted asks, so that each month can be counted.',
    )
    if (extracts === 'monthly') {
      lines.push(
        'There is an extract of each month; a month that is seen again later has what was recorded late.',
      )
    }
  }
  if (formats.includes('ssd')) lines.push('The Standard Safeguarding Dataset goes back six years.')
  if (isMessy) {
    lines.push(
      'Faults are planted in these files, as real ones have them. planted.json says which, where, and what was there.',
    )
  }
  return lines
}
