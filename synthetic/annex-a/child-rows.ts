import { publishedCode } from '../../src/standards/code-sets.ts'
import { birthday, type DayNumber } from '../day-number.ts'
import type { AdopterLog } from '../adopter-log.ts'
import type { ChildLog, Position } from '../event-log.ts'
import { opening, yesNo, yesNoUnknown, type AnnexARow } from './annex-a-row.ts'
import {
  daysOf,
  isInPeriod,
  knownDay,
  latestBy,
  seenOn,
  wasGoingOn,
  type ExtractView,
} from '../extract-view.ts'
import { childInCareRows } from './care-rows.ts'
import type { AnnexAExtract } from './list-window.ts'

/** A child's rows of each of the ten lists that are about children. Child-level. */
export function* childRows(
  child: ChildLog,
  extract: AnnexAExtract,
): Generator<[list: number, rows: AnnexARow[]]> {
  for (const [list, rowsOf] of ROWS) {
    const rows = rowsOf(child, extract.viewOf(list))
    if (rows.length === 0) continue
    yield [list, extract.isLatestAlone(list) ? rows.slice(-1) : rows]
  }
}

const disability = ({ isDisabled }: ChildLog) => yesNo(isDisabled)
const held = (position: Position, view: ExtractView) => [position.team, view.workerOf(position)]

/** Two contacts from one source on one day are one row: it is the row's natural key. */
const contactRows = (child: ChildLog, view: ExtractView): AnnexARow[] => {
  const rows = new Map<string, AnnexARow>()
  for (const { received, source } of child.contacts) {
    if (!isInPeriod(view, received)) continue
    rows.set(`${received.on} ${source}`, [
      ...opening(child, view),
      received.on,
      publishedCode('contact_source', source),
    ])
  }
  return [...rows.values()]
}

const earlyHelpRows = (child: ChildLog, view: ExtractView): AnnexARow[] =>
  child.earlyHelp
    .filter(({ started, ended }) => wasGoingOn(view, started, ended))
    .map(({ started, ended, organisation }) => [
      ...opening(child, view),
      started.on,
      knownDay(view, ended),
      organisation,
    ])

const referralRows = (child: ChildLog, view: ExtractView): AnnexARow[] => {
  const inPeriod = child.referrals.filter(({ received }) => isInPeriod(view, received))
  const known = child.referrals.flatMap(({ received }) => knownDay(view, received) ?? [])
  const count = yearBeforeLatest(known)
  return inPeriod.map(({ received, source, isNfa, position }) => [
    ...opening(child, view),
    received.on,
    publishedCode('contact_source', source),
    yesNo(isNfa),
    count,
    ...held(position, view),
  ])
}

const assessmentRows = (child: ChildLog, view: ExtractView): AnnexARow[] =>
  child.assessments
    .filter(({ started, authorised }) => wasGoingOn(view, started, authorised))
    .map(({ started, authorised, wasSeen, needsSupport, position }) => {
      const authorisedOn = knownDay(view, authorised)
      return [
        ...opening(child, view),
        disability(child),
        started.on,
        yesNoUnknown(wasSeen),
        authorisedOn,
        authorisedOn === null ? null : yesNo(needsSupport),
        ...held(position, view),
      ]
    })

const enquiryRows = (child: ChildLog, view: ExtractView): AnnexARow[] => {
  const enquiries = child.enquiries.filter(({ started, ended }) => wasGoingOn(view, started, ended))
  const starts = child.enquiries.flatMap(({ started }) => knownDay(view, started) ?? [])
  const latest = starts.at(-1) ?? view.asAt
  const conferences = child.enquiries.flatMap(({ conference }) => knownDay(view, conference) ?? [])
  return enquiries.map(({ started, ended, conference, becamePlan, position }) => {
    const conferenceOn = knownDay(view, conference)
    // Until it is decided, the cell is blank.
    const isDecided = conferenceOn !== null || knownDay(view, ended) !== null
    return [
      ...opening(child, view),
      disability(child),
      started.on,
      isDecided ? yesNo(conference === null) : null,
      conferenceOn,
      conferenceOn === null ? null : yesNo(becamePlan),
      yearBeforeLatest(starts),
      conferences.filter((day) => day < latest && day >= latest - 365).length,
      ...held(position, view),
    ]
  })
}

const needRows = (child: ChildLog, view: ExtractView): AnnexARow[] =>
  child.needs
    .filter(({ started, closed }) => wasGoingOn(view, started, closed))
    .map((need) => {
      const { started, closed, closeReason, needCode, visits, position } = need
      const closedOn = knownDay(view, closed)
      return [
        ...opening(child, view),
        disability(child),
        started.on,
        publishedCode('primary_need', needCode),
        latestBy(seenOn(visits), view, closedOn),
        closedOn,
        closedOn === null ? null : publishedCode('reason_for_closure', closeReason),
        publishedCode('case_status', closedOn === null ? openStatus(child, need.assessedOn, view) : 'closed'),
        ...held(position, view),
      ]
    })

/** The weightiest of what is open on the day of the extract. */
function openStatus(child: ChildLog, assessedOn: DayNumber | null, view: ExtractView): string {
  const isOn = ({
    started,
    ended,
  }: {
    started: ChildLog['care'][number]['started']
    ended: ChildLog['care'][number]['ended']
  }) => knownDay(view, started) !== null && knownDay(view, ended) === null
  if (child.care.some(isOn)) return 'looked_after'
  if (child.plans.some(isOn)) return 'child_protection'
  return assessedOn !== null && assessedOn <= view.asAt ? 'child_in_need' : 'open_assessment'
}

const planRows = (child: ChildLog, view: ExtractView): AnnexARow[] =>
  child.plans
    .filter(({ started, ended }) => wasGoingOn(view, started, ended))
    .map((plan) => {
      const endedOn = knownDay(view, plan.ended)
      return [
        ...opening(child, view),
        disability(child),
        plan.started.on,
        publishedCode('category_of_abuse', plan.firstCategory),
        publishedCode('category_of_abuse', plan.latestCategory),
        latestBy(seenOn(plan.visits), view, endedOn),
        yesNo(plan.wasSeenAlone),
        latestBy(daysOf(plan.reviews), view, endedOn),
        endedOn,
        yesNo(plan.policeProtection && view.asAt - plan.started.on < 183),
        plan.previousPlans,
        ...held(plan.position, view),
      ]
    })

function careLeaverRows(child: ChildLog, view: ExtractView): AnnexARow[] {
  const { leaver } = child
  if (!leaver || leaver.from > view.asAt || leaver.until <= view.asAt) return []
  return [
    [
      ...opening(child, view),
      yesNo(child.isUnaccompanied),
      disability(child),
      ...held(leaver.position, view),
      leaver.adviser,
      publishedCode(
        'care_leaver_eligibility',
        birthday(child.bornOn, 18) > view.asAt ? 'relevant' : 'former_relevant',
      ),
      latestBy(leaver.pathwayReviews, view),
      publishedCode('la_in_touch', leaver.inTouch),
      leaver.inTouch === 'NO' ? latestBy(leaver.contacts.slice(0, 1), view) : latestBy(leaver.contacts, view),
      publishedCode('accommodation_type', leaver.accommodation),
      publishedCode('suitability', leaver.isSuitable),
      publishedCode('activity_status', leaver.activity),
    ],
  ]
}

function adoptionRows(child: ChildLog, view: ExtractView): AnnexARow[] {
  const { adoption } = child
  if (!adoption || adoption.decidedOn > view.asAt) return []
  const end = adoption.adoptedOn ?? adoption.reversedOn
  if (end !== null && end < view.from) return []
  const by = (day: DayNumber | null) => (day !== null && day <= view.asAt ? day : null)
  const [id, ...others] = opening(child, view)
  return [
    [
      id!,
      by(adoption.matchedOn) === null ? null : adoption.adoptiveFamily,
      ...others,
      disability(child),
      adoption.enteredCareOn,
      adoption.decidedOn,
      by(adoption.orderedOn),
      by(adoption.matchedOn),
      by(adoption.placedOn),
      by(adoption.adoptedOn),
      by(adoption.reversedOn),
      by(adoption.reversedOn) === null
        ? null
        : publishedCode('adoption_decision_reversed_reason', adoption.reversedReason),
      by(adoption.fosteredForAdoptionOn),
    ],
  ]
}

/** An adopter's row; null for one whose dealings ended before the first day written, or begin after the last. */
export function adopterRow(adopter: AdopterLog, view: ExtractView): AnnexARow | null {
  const { adoptedOn, leftOn, enquiredOn } = adopter
  const by = (day: DayNumber | null) =>
    day !== null && day <= view.asAt && (leftOn === null || day <= leftOn) ? day : null
  const end = adoptedOn ?? leftOn
  if (enquiredOn > view.asAt || (end !== null && end < view.from)) return null
  return [
    adopter.id,
    adopter.family,
    publishedCode('gender_adopter', adopter.sex),
    publishedCode('ethnicity', adopter.ethnicity),
    'b) No',
    publishedCode('ffa_flag', adopter.isFosteringForAdoption),
    enquiredOn,
    by(adopter.stage1.from),
    by(adopter.stage1.to),
    by(adopter.stage2.from),
    by(adopter.stage2.to),
    null,
    by(adopter.approvedOn),
    by(adopter.matchedOn),
    by(adopter.placedOn),
    by(adopter.placedOn) === null ? null : adopter.childrenPlaced,
    by(adoptedOn),
    by(leftOn),
    by(leftOn) === null ? null : publishedCode('adopter_leaving_reason', adopter.leftReason),
  ]
}

/** How many are in the year before the latest, which is not counted itself; 0 for none. */
function yearBeforeLatest(days: readonly DayNumber[]): number {
  const latest = Math.max(...days)
  return days.filter((day) => day < latest && day >= latest - 365).length
}

const ROWS: readonly (readonly [number, (child: ChildLog, view: ExtractView) => AnnexARow[]])[] = [
  [1, contactRows],
  [2, earlyHelpRows],
  [3, referralRows],
  [4, assessmentRows],
  [5, enquiryRows],
  [6, needRows],
  [7, planRows],
  [8, childInCareRows],
  [9, careLeaverRows],
  [10, adoptionRows],
]
