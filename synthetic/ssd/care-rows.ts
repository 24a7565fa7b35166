import { SSD } from '../../src/standards/ssd/tables.ts'
import type { DayNumber } from '../day-number.ts'
import type { CarePeriod, Placement } from '../event-log.ts'
import { daysOf, knownDay, latestBy, type ExtractView } from '../extract-view.ts'
import { careEpisodes } from '../ssda903/care-episode.ts'
import { meaningOf } from '../ssda903/code-meaning.ts'
import { backOn } from '../ssda903/missing-days.ts'
import { partKnownDay } from '../ssda903/return-day.ts'
import { isSeenOn, referralId, type ChildInWindow, type Identified } from './child-in-window.ts'
import { flagged, unsaid, yesNo, yesNoBlank } from './json-cell.ts'
import { careReviewDue } from './review-due.ts'
import type { SsdFiles } from './ssd-files.ts'

/** Each period of care whole, and what happened in it in the days that the dataset holds. Child-level. */
export function writeCare(seen: ChildInWindow, files: SsdFiles): void {
  for (const period of seen.care) {
    writeEpisodes(seen, period, files)
    writePlacements(seen, period, files)
    writeStatuses(seen, period, files)
    writeReviewsAndVisits(seen, period, files)
    writeMissing(seen, period, files)
    writePlans(seen, period, files)
  }
}

const placementId = (careId: string, number: number): string => `${careId}-P${number}`

function writeEpisodes(
  { child, view }: ChildInWindow,
  { id, event: period }: Identified<CarePeriod>,
  files: SsdFiles,
): void {
  for (const [index, episode] of careEpisodes(period, view).entries()) {
    files.row('cla_episodes', {
      clae_cla_episode_id: `${id}-E${index + 1}`,
      clae_person_id: child.id,
      clae_cla_episode_start_date: episode.from,
      clae_cla_episode_start_reason: episode.reasonBegan,
      clae_cla_primary_need_code: period.needCode,
      clae_cla_episode_ceased_date: episode.to,
      clae_cla_episode_ceased_reason: episode.reasonCeased,
      clae_cla_id: id,
      clae_referral_id: referralId(child, period.referral),
      clae_cla_placement_id: placementId(id, episode.placementNumber),
      clae_entered_care_date: period.started.on,
      clae_cla_last_iro_contact_date: latestBy(period.officerContacts, view, episode.to),
    })
  }
}

/** Spells that begin on or before the day of the extract, and before the period ends where it has ended. */
function begunIn<Spell extends { from: DayNumber }>(
  spells: readonly Spell[],
  { started, ended }: CarePeriod,
  view: ExtractView,
): { spell: Spell; index: number; to: DayNumber | null }[] {
  const end = knownDay(view, ended)
  const begun = spells
    .map((spell, index) => ({ spell, index }))
    .filter(({ spell: { from } }) => from <= view.asAt && (from <= started.on || end === null || from < end))
  return begun.map((known, index) => ({ ...known, to: begun[index + 1]?.spell.from ?? end }))
}

function writePlacements(
  { child, view }: ChildInWindow,
  { id, event: period }: Identified<CarePeriod>,
  files: SsdFiles,
): void {
  for (const { spell: placement, index, to } of begunIn(period.placements, period, view)) {
    const isLast = to === null || to === knownDay(view, period.ended)
    files.row('cla_placement', {
      clap_cla_placement_id: placementId(id, index + 1),
      clap_cla_placement_start_date: placement.from,
      clap_cla_placement_type: placement.type,
      clap_cla_placement_urn: placement.urn,
      // Nobody knows the home of an unaccompanied child.
      clap_cla_placement_distance: child.isUnaccompanied ? null : placement.distance,
      clap_cla_id: id,
      clap_cla_placement_provider: placement.provider,
      clap_cla_placement_postcode: placement.postcode,
      clap_cla_placement_end_date: to,
      clap_cla_placement_change_reason: isLast ? null : placement.changeReason,
      clap_person_id: child.id,
    })
    writeAddress(child.id, `${placementId(id, index + 1)}-AT`, placement, to, files)
  }
}

function writeAddress(
  person: string,
  id: string,
  { from, postcode }: Placement,
  to: DayNumber | null,
  files: SsdFiles,
): void {
  files.row('address', {
    addr_table_id: id,
    addr_address_json: unsaid(SSD.address.columns.addr_address_json),
    addr_person_id: person,
    addr_address_type: 'PLACEMENT',
    addr_address_start_date: from,
    addr_address_end_date: to,
    addr_address_postcode: postcode.replaceAll(' ', ''),
  })
}

function writeStatuses(
  { child, view }: ChildInWindow,
  { id, event: period }: Identified<CarePeriod>,
  files: SsdFiles,
): void {
  for (const { spell, index, to } of begunIn(period.statuses, period, view)) {
    files.row('legal_status', {
      lega_legal_status_id: `${id}-S${index + 1}`,
      lega_person_id: child.id,
      lega_legal_status: spell.status,
      lega_legal_status_start_date: spell.from,
      lega_legal_status_end_date: to,
    })
  }
}

function writeReviewsAndVisits(
  { child, view }: ChildInWindow,
  { id, event: period }: Identified<CarePeriod>,
  files: SsdFiles,
): void {
  const held = daysOf(period.reviews)
  for (const [index, { on, participation }] of period.reviews.entries()) {
    if (!isSeenOn(view, on)) continue
    files.row('cla_reviews', {
      clar_cla_review_id: `${id}-W${index + 1}`,
      clar_cla_id: id,
      clar_cla_review_due_date: careReviewDue(period.started.on, held.slice(0, index)),
      clar_cla_review_date: on,
      clar_cla_review_cancelled: 'N',
      clar_cla_review_participation: participation,
    })
  }
  for (const [index, { on, wasSeen, wasSeenAlone }] of period.visits.entries()) {
    if (!isSeenOn(view, on)) continue
    files.row('cla_visits', {
      clav_cla_visit_id: `${id}-V${index + 1}`,
      clav_cla_id: id,
      clav_person_id: child.id,
      clav_cla_visit_date: on,
      clav_cla_visit_seen: yesNo(wasSeen),
      clav_cla_visit_seen_alone: yesNoBlank(wasSeenAlone),
    })
  }
}

function writeMissing(
  { child, view }: ChildInWindow,
  { id, event: period }: Identified<CarePeriod>,
  files: SsdFiles,
): void {
  for (const [index, episode] of period.missing.entries()) {
    const endedOn = backOn(episode)
    if (episode.from > view.asAt || endedOn < view.from) continue
    const { wasOffered, wasAccepted } = episode.interview
    const isBack = endedOn <= view.asAt
    files.row('missing', {
      miss_table_id: `${id}-X${index + 1}`,
      miss_person_id: child.id,
      miss_missing_episode_start_date: episode.from,
      miss_missing_episode_type: 'Missing',
      miss_missing_episode_end_date: isBack ? endedOn : null,
      miss_missing_rhi_offered: isBack ? yesNoBlank(wasOffered) : null,
      miss_missing_rhi_accepted: isBack ? (wasOffered === false ? 'NA' : yesNoBlank(wasAccepted)) : null,
    })
  }
  for (const [index, on] of period.absent.entries()) {
    if (!isSeenOn(view, on)) continue
    files.row('missing', {
      miss_table_id: `${id}-Y${index + 1}`,
      miss_person_id: child.id,
      miss_missing_episode_start_date: on,
      miss_missing_episode_type: 'Away',
      miss_missing_episode_end_date: on,
    })
  }
}

/** What is planned for good, in the words of the dataset. */
const AIMS: Readonly<Record<string, string>> = {
  return_to_family: 'RETURNEV',
  adoption: 'ADOPTION',
  // Orders that let a child live with family or friends.
  sgo_cao: 'LTRELFR',
  supported_living: 'SUPPLIV',
  long_term_residential: 'RESPLMT',
  long_term_fostering: 'LTFOST18',
  other: 'OTHERPLN',
}

function writePlans(
  { child, view }: ChildInWindow,
  { id, event: period }: Identified<CarePeriod>,
  files: SsdFiles,
): void {
  const { previousPermanence: previous, permanencePlan } = period
  const ended = knownDay(view, period.ended)
  const isPlanned = period.permanencePlannedOn !== null && period.permanencePlannedOn <= view.asAt
  const plannedOn = isPlanned ? period.permanencePlannedOn : null
  const plan = (letter: string, from: DayNumber, to: DayNumber | null, aims: string[]) =>
    files.row('cla_care_plan', {
      lacp_table_id: `${id}-${letter}`,
      lacp_person_id: child.id,
      lacp_cla_care_plan_start_date: from,
      lacp_cla_care_plan_end_date: to,
      lacp_cla_care_plan_json: flagged(SSD.cla_care_plan.columns.lacp_cla_care_plan_json, aims),
    })
  // A first plan says what is to be done now, and not yet where the child is to grow up.
  plan('C', period.started.on, plannedOn ?? ended, [])
  if (plannedOn !== null) plan('D', plannedOn, ended, [meaningOf(AIMS, permanencePlan, 'permanence plan')])
  if (!previous) return
  files.row('cla_previous_permanence', {
    lapp_table_id: `${id}-B`,
    lapp_person_id: child.id,
    lapp_previous_permanence_order_date: partKnownDay(previous.orderedOn),
    lapp_previous_permanence_option: previous.option,
    lapp_previous_permanence_la: previous.authority,
  })
}
