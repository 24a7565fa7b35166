import { SSD } from '../../src/standards/ssd/tables.ts'
import { birthday, type DayNumber } from '../day-number.ts'
import { knownDay } from '../extract-view.ts'
import { pupilNumber, whyNoPupilNumber } from '../ssda903/pupil-number.ts'
import type { ChildInWindow } from './child-in-window.ts'
import { unsaid, yesNo } from './json-cell.ts'
import type { SsdFiles } from './ssd-files.ts'

/** Who the child is, and where home is. Child-level. */
export function writePerson(seen: ChildInWindow, files: SsdFiles): void {
  const { child, family, view, education } = seen
  const { id, bornOn } = child
  const isUnborn = bornOn > view.asAt
  const upn = pupilNumber(child, view.asAt)
  const babies = child.care.flatMap(({ motherOf }) => motherOf ?? []).filter((on) => on <= view.asAt)
  const hasPlan =
    education?.issuedOn != null &&
    education.issuedOn <= view.asAt &&
    (education.ceasedOn === null || education.ceasedOn > view.asAt)
  files.row('person', {
    pers_person_id: id,
    pers_sex: child.sex,
    pers_ethnicity: child.ethnicity,
    pers_dob: isUnborn ? null : bornOn,
    pers_expected_dob: isUnborn ? bornOn : null,
    pers_upn_unknown: upn === null ? whyNoPupilNumber(child, view.asAt) : null,
    pers_send_flag: yesNo(hasPlan),
    pers_is_mother: yesNo(babies.length > 0),
  })
  files.row('family', {
    fami_table_id: `${id}-F`,
    fami_family_id: `F${family.number}`,
    fami_person_id: id,
  })
  if (upn !== null) {
    files.row('linked_identifiers', {
      link_table_id: `${id}-UPN`,
      link_person_id: id,
      link_identifier_type: 'Unique Pupil Number',
      link_identifier_value: upn,
    })
  }
  if (child.postcode !== '') {
    files.row('address', {
      addr_table_id: `${id}-HOME`,
      addr_person_id: id,
      addr_address_json: unsaid(SSD.address.columns.addr_address_json),
      addr_address_type: 'HOME',
      addr_address_start_date: firstKnownOn(seen),
      addr_address_postcode: child.postcode.replaceAll(' ', ''),
    })
  }
  for (const code of child.disabilities) {
    files.row('disability', {
      disa_person_id: id,
      disa_table_id: `${id}-${code}`,
      disa_disability_code: code,
    })
  }
  if (child.isUnaccompanied) writeStatus(seen, files)
  for (const [index, on] of babies.entries()) {
    // The baby is no person of the log: its day of birth is known, and no more.
    files.row('mother', { moth_table_id: `${id}-M${index + 1}`, moth_person_id: id, moth_childs_dob: on })
  }
}

/** An unaccompanied child is one from the day of arrival until 18. */
function writeStatus(seen: ChildInWindow, files: SsdFiles): void {
  const { child, view } = seen
  const adultOn = birthday(child.bornOn, 18)
  files.row('immigration_status', {
    immi_person_id: child.id,
    immi_immigration_status_id: `${child.id}-U`,
    immi_immigration_status: 'Unaccompanied asylum-seeking child',
    immi_immigration_status_start_date: firstKnownOn(seen),
    immi_immigration_status_end_date: adultOn <= view.asAt ? adultOn : null,
  })
}

/** The day on which the council first heard of the child; null when the log does not go back to it. */
function firstKnownOn({ child, view }: ChildInWindow): DayNumber | null {
  const heard = [...child.contacts, ...child.referrals].flatMap(
    ({ received }) => knownDay(view, received) ?? [],
  )
  return heard.length === 0 ? null : Math.min(...heard)
}
