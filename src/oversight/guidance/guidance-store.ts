import type { Pass } from '../../access/index.ts'
import { allow } from '../../access/index.ts'
import { dayInEngland, formatDay, type Clock, type Day } from '../../platform/day.ts'
import { NotAllowed, NotFound, Refused } from '../../platform/errors.ts'
import type { Records } from '../../platform/records.ts'
import { addRecord, findRecord, listRecords, recordTransaction } from '../../records/index.ts'
import {
  guidance,
  guidanceBriefing,
  guidanceConfirmation,
  guidanceVersion,
  versionOn,
  versionsOf,
  type Guidance,
  type GuidanceBriefing,
  type GuidanceVersion,
} from './guidance.ts'
import type { confirmGuidance } from './permissions.ts'
import { isFor } from './staff.ts'

/** One guidance with everything that is kept of it; versions by number, briefings by day, the latest first. */
export interface GuidanceEntry {
  guidance: Guidance
  versions: readonly GuidanceVersion[]
  briefings: readonly GuidanceBriefing[]
  /** For each version, by its id: the instant at which each account confirmed it. */
  confirmed: ReadonlyMap<string, ReadonlyMap<string, string>>
}

/** All guidance that is in use, by title. */
export async function guidanceEntries(
  records: Records,
  pass: Pass<'figures:read'>,
): Promise<GuidanceEntry[]> {
  const [found, versions, briefings, confirmations] = [
    await listRecords(records, pass, guidance),
    await listRecords(records, pass, guidanceVersion),
    await listRecords(records, pass, guidanceBriefing),
    await listRecords(records, pass, guidanceConfirmation),
  ]
  const byVersion = Map.groupBy(confirmations, ({ guidanceVersionId }) => guidanceVersionId)
  return found
    .toSorted((left, right) => guidance.compare(left, right))
    .map((one) => {
      const own = versionsOf(one, versions)
      const ids = new Set(own.map(({ id }) => id))
      return {
        guidance: one,
        versions: own,
        briefings: briefings
          .filter(({ guidanceVersionId }) => ids.has(guidanceVersionId))
          .toSorted((left, right) => guidanceBriefing.compare(left, right)),
        confirmed: new Map(
          own.map(({ id }) => [
            id,
            new Map((byVersion.get(id) ?? []).map(({ personId, confirmedAt }) => [personId, confirmedAt])),
          ]),
        ),
      }
    })
}

/** Throws NotFound for one that is not there, was withdrawn, or is another council's. */
export async function guidanceEntry(
  records: Records,
  pass: Pass<'figures:read'>,
  id: string,
): Promise<GuidanceEntry> {
  const entry = (await guidanceEntries(records, pass)).find((found) => found.guidance.id === id)
  if (!entry) throw new NotFound(`There is no guidance ${id}`)
  return entry
}

/**
 * Keeps that the person of the pass has read a version, and answers the day: of a version that they confirmed before, the day
 * then. Throws NotFound for a version that is not there, NotAllowed for guidance that is not for them, and Refused where
 * another version takes its place or it is not issued yet.
 */
export function confirmVersion(
  records: Records,
  pass: Pass<typeof confirmGuidance>,
  clock: Clock,
  versionId: string,
  teams: readonly string[],
): Promise<Day> {
  const { person } = pass
  const reading = allow(person, 'figures:read')
  return recordTransaction(records, pass, clock, guidanceVersion, async (open) => {
    const { record, withdrawal } = await findRecord(open.records, reading, guidanceVersion, versionId)
    if (withdrawal) throw new Refused('This version was withdrawn: there is nothing to confirm')
    const entry = await guidanceEntry(open.records, reading, record.guidanceId)
    if (!isFor(entry.guidance, person, teams))
      throw new NotAllowed('This guidance is for other roles or teams: there is nothing for you to confirm')
    const before = entry.confirmed.get(versionId)?.get(person.id)
    if (before !== undefined) return dayInEngland(before)
    const current = versionOn(entry.versions, clock.today())
    if (current?.id !== versionId)
      throw new Refused(
        current && current.issuedOn > record.issuedOn
          ? `A new version was issued on ${formatDay(current.issuedOn)}: read that one and confirm it`
          : `This version is issued on ${formatDay(record.issuedOn)}: confirm it from then on`,
      )
    await addRecord(open, guidanceConfirmation, {
      guidanceVersionId: versionId,
      personId: person.id,
      confirmedAt: open.at,
    })
    return dayInEngland(open.at)
  })
}
