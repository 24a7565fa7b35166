import { birthday, type DayNumber } from '../day-number.ts'
import type { CarePeriod } from '../event-log.ts'
import { knownDay, latestBy } from '../extract-view.ts'
import type { AdopterCouple, AdopterWait } from '../ssda903/adopter-couple.ts'
import type { ChildInWindow, Identified } from './child-in-window.ts'
import { yesNo } from './json-cell.ts'
import type { SsdFiles } from './ssd-files.ts'
import type { SsdRow } from './ssd-row.ts'
import type { SsdStaff } from './staff.ts'

/** The position of a young person who has left care. Child-level. */
export function writeLeaver({ child, leaver, view }: ChildInWindow, files: SsdFiles, staff: SsdStaff): void {
  if (!leaver) return
  const isOver = leaver.until <= view.asAt
  const isAdult = birthday(child.bornOn, 18) <= view.asAt
  const { inTouch } = leaver
  // Nobody is in touch: the first contact was the last.
  const contacts = inTouch === 'NO' ? leaver.contacts.slice(0, 1) : leaver.contacts
  files.row('care_leavers', {
    clea_table_id: `${child.id}-K`,
    clea_person_id: child.id,
    clea_care_leaver_eligibility: isOver
      ? 'No Current Eligibility'
      : isAdult
        ? 'Former Relevant'
        : 'Relevant',
    clea_care_leaver_in_touch: inTouch,
    clea_care_leaver_latest_contact: latestBy(contacts, view),
    clea_care_leaver_accommodation: leaver.accommodation,
    clea_care_leaver_accom_suitable: leaver.isSuitable ? '1' : '2',
    clea_care_leaver_activity: leaver.activity,
    clea_pathway_plan_review_date: latestBy(leaver.pathwayReviews, view),
    clea_care_leaver_personal_advisor: isOver ? null : staff.name(leaver.adviser),
    clea_care_leaver_allocated_team: isOver ? null : staff.teamId(leaver.position.team),
    clea_care_leaver_worker_id: isOver ? null : staff.workerOn(leaver.position, view.asAt),
  })
}

export type PermanenceRow = SsdRow<'permanence'>

const ORDERS: readonly (readonly [reasons: RegExp, order: string])[] = [
  [/^E4[3-8]$/, 'Special Guardianship'],
  [/^E41$/, 'Child Arrangements Order/ Residence Order'],
]

/** Orders that ended care, and the way to adoption; a matched child's row waits for the adopters. Child-level. */
export function writePermanence(
  seen: ChildInWindow,
  files: SsdFiles,
  staff: SsdStaff,
  adopters: AdopterWait<PermanenceRow>,
): void {
  for (const { id, event } of seen.care) {
    const endedOn = knownDay(seen.view, event.ended)
    const order = ORDERS.find(([reasons]) => reasons.test(event.endReason))?.[1]
    if (endedOn === null || order === undefined) continue
    files.row('permanence', {
      perm_table_id: `${id}-G`,
      perm_person_id: seen.child.id,
      perm_cla_id: id,
      perm_permanence_order_date: endedOn,
      perm_permanence_order_type: order,
    })
  }
  const row = adoptionRow(seen, staff)
  if (!row) return
  if (row.perm_matched_date == null) files.row('permanence', row)
  else adopters.child(seen.adoption!.adoptiveFamily, row)
}

function adoptionRow(seen: ChildInWindow, staff: SsdStaff): PermanenceRow | null {
  const { child, family, adoption, view } = seen
  if (!adoption) return null
  const by = (day: DayNumber | null) => (day !== null && day <= view.asAt ? day : null)
  const period = seen.care.find(({ event }) => event.started.on === adoption.enteredCareOn) ?? null
  const group = family.children.filter(
    (sibling) => sibling.adoption && sibling.adoption.decidedOn <= view.asAt,
  )
  const together = group.filter(
    (sibling) => sibling.adoption!.adoptiveFamily === adoption.adoptiveFamily,
  ).length
  const isPlaced = by(adoption.placedOn) !== null
  const reversedOn = by(adoption.reversedOn)
  const adoptedOn = by(adoption.adoptedOn)
  return {
    perm_table_id: `${child.id}-AD`,
    perm_person_id: child.id,
    perm_cla_id: period?.id ?? null,
    perm_adm_decision_date: adoption.decidedOn,
    perm_placement_order_date: by(adoption.orderedOn),
    perm_placed_for_adoption_date: by(adoption.placedOn),
    perm_matched_date: by(adoption.matchedOn),
    perm_adopted_by_carer_flag: adoptedOn === null ? null : yesNo(adoption.fosteredForAdoptionOn !== null),
    perm_placed_ffa_cp_date: by(adoption.fosteredForAdoptionOn),
    perm_decision_reversed_date: reversedOn,
    perm_placed_foster_carer_date: isPlaced
      ? (by(adoption.fosteredForAdoptionOn) ?? adoption.placedOn)
      : null,
    perm_part_of_sibling_group: group.length > 1 ? '1' : '0',
    perm_siblings_placed_together: isPlaced ? together : null,
    perm_siblings_placed_apart: isPlaced ? group.length - together : null,
    perm_decision_reversed_reason: reversedOn === null ? null : adoption.reversedReason,
    perm_permanence_order_date: adoptedOn,
    perm_permanence_order_type: adoptedOn === null ? null : 'Adoption',
    perm_adoption_worker_id: period && workerOf(period, adoptedOn ?? view.asAt, staff),
  }
}

const workerOf = ({ event }: Identified<CarePeriod>, on: DayNumber, staff: SsdStaff): string | null =>
  staff.workerOn(event.position, on)

/** The row with what is known of the adopters. */
export const withAdopters = (row: PermanenceRow, couple: AdopterCouple | null): PermanenceRow =>
  couple === null
    ? row
    : {
        ...row,
        perm_adopter_sex: couple.sex,
        perm_adopter_legal_status: couple.legalStatus,
        perm_number_of_adopters: String(couple.count),
      }
