import { allow, operator } from '../../access/index.ts'
import type { Clock } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { addRecord, recordTransaction } from '../../records/index.ts'
import { handCount, missingRule } from './hand-count.ts'
import { missingEpisode } from './episode.ts'
import { askForChanges, countByHand, keepPolice, recordMissing } from './permissions.ts'
import { policeReport } from './police.ts'
import { systemChange } from './system-change.ts'

/** One of each kind of record that has standard pages, for the matrix of access. */
export async function missingThings(
  { records, clock }: { records: Records; clock: Clock },
  council: string,
): Promise<Record<string, string>> {
  const counts = allow(operator(council), countByHand)
  const changes = allow(operator(council), askForChanges)
  const today = clock.today()
  return {
    ...(await childThings({ records, clock }, council)),
    hand_count: await recordTransaction(records, counts, clock, handCount, (open) =>
      addRecord(open, handCount, {
        month: '2014-12',
        returns: 4,
        offered: 2,
        offers: 3,
        accepted: 2,
        held: 2,
        heldInTime: 1,
        independent: 2,
        countedOn: today,
        note: '',
      }),
    ),
    missing_rule: await recordTransaction(records, counts, clock, missingRule, (open) =>
      addRecord(open, missingRule, {
        fromOn: '2014-01-01',
        times: 3,
        withinDays: 90,
        discussWithin: 5,
        systemFrom: null,
        note: '',
      }),
    ),
    system_change: await recordTransaction(records, changes, clock, systemChange, (open) =>
      addRecord(open, systemChange, {
        title: `Change of ${council}`,
        askedOf: 'The supplier',
        why: 'It cannot be counted',
        dueOn: today,
        state: 'asked',
        measure: 'mis-notified',
      }),
    ),
  }
}

/** A child missing in North 2, whom its manager and the head of its service reach, and the police's report of them. */
async function childThings(
  { records, clock }: { records: Records; clock: Clock },
  council: string,
): Promise<Record<string, string>> {
  const today = clock.today()
  return {
    missing_episode: await recordTransaction(
      records,
      allow(operator(council), recordMissing),
      clock,
      missingEpisode,
      (open) =>
        addRecord(open, missingEpisode, {
          childId: `MISSING-${council}`,
          episode: `ME-${council}`,
          cared: 'ours',
          livesAt: 'Foster home',
          milesAway: null,
          missingFrom: `${today}T06:00`,
          reportedAt: `${today}T07:00`,
          reportedBy: 'carer',
          recordedAt: '',
          returnedAt: '',
          team: 'North 2',
          worker: '',
        }),
    ),
    police_report: await recordTransaction(
      records,
      allow(operator(council), keepPolice),
      clock,
      policeReport,
      (open) =>
        addRecord(open, policeReport, {
          policeRef: `NP-${council}`,
          childId: `MISSING-${council}`,
          missingFrom: `${today}T06:00`,
          cause: null,
        }),
    ),
  }
}
