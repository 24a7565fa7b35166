import { allow, type Person } from '../../access/index.ts'
import type { Day } from '../../platform/day.ts'
import { formatCount } from '../../platform/words.ts'
import { clinic as clinicKind, clinicHref } from './clinic.ts'
import type { PackCounts, ReasonCount } from './clinic-pack.ts'
import { clinicCounts, type ClinicDeps } from './clinic-read.ts'
import { clinicsOf } from './clinic-store.ts'
import { boardSentence } from './clinic-words.ts'

/** What the closed clinics of these days have for the Board report: promises, reasons and silence, as counts. Names no child. */
export async function clinicMaterial(deps: ClinicDeps, person: Person, from: Day, until: Day) {
  const closed = (await clinicsOf(deps.records, allow(person, 'figures:read'))).filter(
    ({ state, heldOn }) => state === 'closed' && from <= heldOn && heldOn <= until,
  )
  const found = []
  for (const { id } of closed) {
    const { clinic, counts, reasons } = await clinicCounts(deps, person, id)
    const sentences = [
      boardSentence(clinic, counts, reasons),
      reasonSentence(reasons),
      silenceSentence(counts),
    ].filter((sentence) => sentence !== '')
    const source = `Performance clinic: ${clinicKind.nameOf(clinic)}`
    if (sentences.length > 0) found.push({ sentences, source, href: clinicHref(id) })
  }
  return found
}

/** "Reasons given for 9 children: Worker away (4), Court timetable (3) and Awaiting another agency (2)." */
export function reasonSentence(reasons: readonly ReasonCount[]): string {
  const given = reasons.filter(({ today }) => today > 0)
  const all = given.reduce((sum, { today }) => sum + today, 0)
  const words = given.map(({ reason, today }) => `${reason} (${today})`)
  const listed = words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join('')
  return all === 0 ? '' : `Reasons given for ${formatCount(all, 'child', 'children')}: ${listed}.`
}

/** "Nobody had answered for 2 of 15 children; they were passed to the head of service." */
const silenceSentence = ({ silent, children }: PackCounts): string =>
  silent === 0
    ? ''
    : `Nobody had answered for ${silent} of ${formatCount(children, 'child', 'children')}; ${silent === 1 ? 'that child was' : 'they were'} passed to the head of service.`
