import { allow, type Person } from '../../access/index.ts'
import { formatDay, type Day } from '../../platform/day.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import { guidanceHref, type GuidanceVersion } from './guidance.ts'
import { currentGuidance, MIN_STAFF, type CurrentGuidance, type GuidanceDeps } from './guidance-read.ts'
import { briefingsOf } from './guidance-words.ts'

/**
 * What guidance has for the Board report of these days: that which was issued, came into effect or was briefed in them, with
 * counts. A report may be published, so that counts of fewer than five people are left out for every reader.
 */
export async function guidanceMaterial(deps: GuidanceDeps, person: Person, from: Day, until: Day) {
  const found = await currentGuidance(deps, allow(person, 'figures:read'))
  return found.flatMap((one) => {
    const { current } = one
    const sentences = current ? sentencesOf(one, current.version, { from, until }) : []
    if (!current || sentences.length === 0) return []
    const { guidance } = one.entry
    const source = `Guidance: ${guidance.title}, ${formatDay(current.version.issuedOn)}`
    return [{ sentences, source, href: guidanceHref(guidance.id) }]
  })
}

function sentencesOf(
  found: CurrentGuidance,
  version: GuidanceVersion,
  { from, until }: { from: Day; until: Day },
): string[] {
  const { entry, counts } = found
  const within = (on: Day) => from <= on && on <= until
  const briefings = briefingsOf(found, version).filter(({ heldOn }) => within(heldOn))
  if (!within(version.issuedOn) && !within(version.fromOn) && briefings.length === 0) return []
  const came = briefings.reduce((sum, { attended }) => sum + attended, 0)
  return [
    `The guidance ‘${entry.guidance.title}’ was issued on ${formatDay(version.issuedOn)} and is in effect from ${formatDay(version.fromOn)}.`,
    ...(briefings.length === 0
      ? []
      : [
          `${formatCount(came, 'person', 'people')} came to ${formatCount(briefings.length, 'briefing')} on it.`,
        ]),
    ...(counts.asked < MIN_STAFF
      ? []
      : [
          `${formatNumber(counts.confirmed)} of ${formatCount(counts.asked, 'person', 'people')} who are asked ${counts.confirmed === 1 ? 'has' : 'have'} confirmed that they have read it.`,
        ]),
  ]
}
