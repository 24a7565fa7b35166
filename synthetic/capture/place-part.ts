import { TEAMS, WARDS } from '../../src/standards/capture/templates/place-templates.ts'
import { openCaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'
import type { ChildLog } from '../event-log.ts'
import { isInPeriod, wasGoingOn, type ExtractView } from '../extract-view.ts'

/** What a service is called that its teams make up. */
const SERVICES: Readonly<Record<string, string>> = {
  locality: 'Locality teams',
  'court and permanence': 'Court and permanence',
  'leaving care': 'Leaving care',
  disability: 'Disabled children',
  'fostering and adoption': 'Fostering and adoption',
  'front door': 'Front door',
  taskforce: 'Taskforce',
}

/** Children whom the case system has had to do with since the first day written. */
const isKnown = (view: ExtractView, { contacts, referrals, needs }: ChildLog): boolean =>
  [...contacts, ...referrals].some(({ received }) => isInPeriod(view, received)) ||
  needs.some(({ started, closed }) => wasGoingOn(view, started, closed))

/** Where the teams work, and where the children live. */
export function placePart({ folder, workforce, view }: CaptureSetting): CapturePart {
  const teams = openCaptureFile(folder, TEAMS)
  for (const { name, locality, kind } of workforce.teams)
    teams.row({
      team: name,
      locality: kind === 'locality' ? locality : null,
      service: SERVICES[kind] ?? null,
    })
  const wards = openCaptureFile(folder, WARDS)
  return {
    child(child) {
      if (isKnown(view, child)) wards.row({ child_id: child.id, ward: child.ward })
    },
    close: () => [teams.close(), wards.close()],
  }
}
