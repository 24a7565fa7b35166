import {
  allow,
  listPeople,
  may,
  operator,
  UNNAMED_COUNCIL,
  type Permission,
  type Person,
  type Role,
} from '../access/index.ts'
import { planTree, recommendationsOf } from '../plan/index.ts'
import { shownTracked } from '../performance/index.ts'
import { formatDay } from '../platform/day.ts'
import type { Services } from '../platform/room.ts'
import { formatCount } from '../platform/words.ts'
import { PEOPLE_FILE } from '../ui/links.ts'

/** One thing that a new council does before Waymark is of use to it. */
export interface FirstStep {
  title: string
  hint: string
  /** Null of a step that is done on the server, or by somebody whose role is another. */
  href: string | null
  /** Null until it is done; otherwise how far it is: "3 accounts". */
  done: string | null
}

/** What a council has set up so far, and what is next, in the order in which one thing needs another. */
export async function firstSteps(services: Services, reader: Person): Promise<FirstStep[]> {
  const { records, council, pool, ask } = services
  const asked = operator(council.id)
  const open = (await listPeople(records, allow(asked, 'people:read'))).filter(({ active }) => active)
  const has = (role: Role) => open.some((account) => account.person.role === role)
  const snapshot = await pool.current(council.id)
  const tracked = await shownTracked(records, allow(asked, 'figures:read'))
  const targets = tracked.filter(({ target }) => target !== null).length
  const planned = recommendationsOf(await planTree(records, allow(asked, 'plan:read'))).length
  const meetings = await ask('meetingDays', asked)
  const openTo = (right: Permission, href: string) => (may(reader, right) ? href : null)
  return [
    {
      title: 'Name the council',
      hint: 'On the server: waymark council --name "…" --code 352 --population 2025=118000',
      href: null,
      done: council.name === UNNAMED_COUNCIL.name ? null : council.name,
    },
    {
      title: 'Open accounts',
      hint: 'One for the data team and one for the programme manager at least; all of them at once from a CSV file',
      href: openTo('people:write', PEOPLE_FILE) ?? openTo('people:read', '/people'),
      done: has('data_team') && has('programme_manager') ? formatCount(open.length, 'account') : null,
    },
    {
      title: 'Bring in the first load',
      hint: 'Annex A, or any of the other standards; the data team does it',
      href: openTo('load:read', '/data'),
      done: snapshot && `As at ${formatDay(snapshot.asAt)}`,
    },
    {
      title: 'Set targets for the headline measures',
      hint: 'All on one form',
      href: openTo('targets:write', '/tracker/targets'),
      done: targets > 0 ? `${targets} of ${tracked.length}` : null,
    },
    {
      title: 'Write or import the plan',
      hint: 'Recommendations, and the actions that answer them',
      href: openTo('plan:read', '/plan'),
      done: planned > 0 ? formatCount(planned, 'recommendation') : null,
    },
    {
      title: 'Plan the first meeting of the Board',
      hint: 'Its report is written from the plan and the measures',
      href: openTo('report:read', '/board'),
      done: meetings.length > 0 ? formatCount(meetings.length, 'meeting') : null,
    },
  ]
}
