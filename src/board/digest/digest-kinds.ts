import {
  allow,
  GIVEN_ROLES,
  may,
  type DigestKind,
  type DigestLine,
  type Permission,
  type Role,
} from '../../access/index.ts'
import { actionsOf, isFinished, planTree } from '../../plan/index.ts'
import { formatDay, formatDayOfYear } from '../../platform/day.ts'
import type { Services } from '../../platform/room.ts'
import { formatCount } from '../../platform/words.ts'
import { listMeetings } from '../meeting-store.ts'

const whoMay = (permission: Permission): Role[] => GIVEN_ROLES.filter((role) => may({ role }, permission))

/** What of the figures, the plan and the Board belongs in everybody's week who may see it. Names no child. */
export const boardDigest = ({ records, pool }: Pick<Services, 'records' | 'pool'>): DigestKind[] => [
  {
    order: 5,
    roles: whoMay('figures:read'),
    async lines({ council }, { since }) {
      const snapshot = await pool.current(council)
      if (!snapshot || snapshot.loadedAt.slice(0, 10) < since) return []
      return [
        {
          part: 'changed',
          text: `New figures came in, as at ${formatDay(snapshot.asAt)}.`,
          href: '/tracker',
        },
      ]
    },
  },
  {
    order: 30,
    roles: ['director', ...whoMay('plan:write')],
    async lines(person, { today, until }) {
      const open = actionsOf(await planTree(records, allow(person, 'plan:read'))).filter(
        (action) => !isFinished(action),
      )
      const late = open.filter(({ dueOn }) => dueOn < today).length
      const due = open.filter(({ dueOn }) => dueOn >= today && dueOn <= until).length
      const line = (count: number, text: string): DigestLine[] =>
        count === 0 ? [] : [{ part: 'due', text, href: '/plan' }]
      return [
        ...line(
          late,
          `${formatCount(late, 'action')} of the plan ${late === 1 ? 'is' : 'are'} past the day.`,
        ),
        ...line(
          due,
          `${formatCount(due, 'action')} of the plan ${due === 1 ? 'is' : 'are'} due by ${formatDayOfYear(until)}.`,
        ),
      ]
    },
  },
  {
    order: 40,
    roles: whoMay('report:read'),
    async lines(person, { today, until }) {
      const meetings = await listMeetings(records, allow(person, 'report:read'))
      return meetings
        .filter(({ heldOn }) => heldOn >= today && heldOn <= until)
        .map(({ title, heldOn }) => ({
          part: 'due' as const,
          text: `${title} meets on ${formatDay(heldOn)}.`,
          href: `/board/${heldOn}`,
        }))
    },
  },
]
