import { choice, defineRecord, text, type RecordOf } from '../../records/index.ts'
import { dayOf, elapsedHours, isMoment, type Moment } from './moment.ts'
import { keepPolice } from './permissions.ts'

export const CAUSES = {
  'not told': 'Nobody told the council',
  away: 'Council recorded “away without authorisation”',
  another: 'Another council’s child placed here',
} as const

/** One line of the list that the police send of children reported missing. Child-level. */
export const policeReport = defineRecord({
  name: 'police_report',
  idPrefix: 'pol',
  words: { one: 'police report', many: 'police reports' },
  permissions: { read: 'cases:read', write: keepPolice },
  fields: {
    policeRef: text({ label: 'Police number', required: 'Enter the police number' }),
    childId: text({
      label: 'Child',
      hint: 'The number that the case system has',
      required: 'Enter the child’s number',
    }),
    missingFrom: text({
      label: 'Missing from',
      required: 'Enter when the child was missing from',
      rule: (value) =>
        isMoment(value) ? null : 'Missing from must be a real day and time, like 2015-01-09T21:30',
    }),
    cause: choice({ label: 'Why the council does not have it', choices: CAUSES }),
  },
  named: ({ policeRef }) => policeRef,
})
export type PoliceReport = RecordOf<typeof policeReport.fields>

interface CouncilEpisode {
  childId: string
  missingFrom: Moment
}

export interface Reconciled<Ours extends CouncilEpisode> {
  both: { police: PoliceReport; ours: Ours; hoursApart: number }[]
  policeOnly: PoliceReport[]
  councilOnly: Ours[]
}

/** Pairs each police report with the nearest time that the council has of the same child, at most a day apart. */
export function reconcilePolice<Ours extends CouncilEpisode>(
  police: readonly PoliceReport[],
  ours: readonly Ours[],
): Reconciled<Ours> {
  const free = new Set(ours)
  const both: Reconciled<Ours>['both'] = []
  const policeOnly: PoliceReport[] = []
  for (const report of police.toSorted(inOrder)) {
    const near = [...free]
      .filter(({ childId }) => childId === report.childId)
      .map((episode) => ({ episode, apart: apart(report.missingFrom, episode.missingFrom) }))
      .filter(({ apart }) => apart <= HOURS_APART)
      .toSorted((left, right) => left.apart - right.apart)[0]
    if (near) {
      free.delete(near.episode)
      both.push({ police: report, ours: near.episode, hoursApart: near.apart })
    } else policeOnly.push(report)
  }
  return { both, policeOnly, councilOnly: [...free] }
}

const inOrder = (left: PoliceReport, right: PoliceReport): number =>
  left.missingFrom === right.missingFrom
    ? left.policeRef < right.policeRef
      ? -1
      : 1
    : left.missingFrom < right.missingFrom
      ? -1
      : 1

const HOURS_APART = 24
/** Days without an hour are compared as days. */
const apart = (left: Moment, right: Moment): number =>
  left.length > 10 && right.length > 10
    ? Math.abs(elapsedHours(left, right))
    : dayOf(left) === dayOf(right)
      ? 0
      : Math.abs(elapsedHours(dayOf(left), dayOf(right)))
