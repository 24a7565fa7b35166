import type { Services } from '../../platform/room.ts'
import {
  allow,
  assigned,
  describeScope,
  listPeople,
  ROLES,
  unknownTeams,
  waitsForChildren,
  type HomeKind,
} from '../index.ts'

/** People who wait for an administrator: accounts that reach no child although their role should. */
export const peopleHome = ({ records, clock, ask }: Services): HomeKind[] => [
  {
    order: 5,
    roles: ['administrator'],
    part: async (person) => {
      const accounts = await listPeople(records, allow(person, 'people:read'))
      const active = await assigned(
        records,
        person.council,
        accounts.filter((account) => account.active).map((account) => account.person),
        clock.today(),
      )
      const asked = await Promise.all(
        active.map(async (one) => {
          const { id, name, role, scope } = one
          const waits = waitsForChildren(one)
          const why = waits ? describeScope(scope) : await unknownTeams(ask, scope)
          const opens = waits
            ? { href: `/assignments/${id}`, text: `Give children to ${name}` }
            : { href: `/people/${id}`, text: `Open the account of ${name}` }
          return why === null ? [] : [{ ...opens, name, title: ROLES[role].title, why }]
        }),
      )
      const waiting = asked.flat()
      const [first] = waiting
      const count = waiting.length
      return {
        heading: `People waiting: ${count}`,
        lead: {
          title: 'People today',
          sentence: {
            bold:
              count === 0
                ? 'Nobody waits for you.'
                : `${count} ${count === 1 ? 'person waits' : 'people wait'} for you.`,
            rest: `${active.length} ${active.length === 1 ? 'account is' : 'accounts are'} open.`,
          },
          first: first
            ? { text: first.text, href: first.href }
            : { text: 'Open an account', href: '/people/new' },
        },
        body:
          count === 0 ? (
            <p>Everybody who has an account can see what their role is for.</p>
          ) : (
            <ul class="govuk-list">
              {waiting.map(({ href, name, title, why }) => (
                <li>
                  <a href={href}>{name}</a>, {title.toLowerCase()}: {why}
                </li>
              ))}
            </ul>
          ),
      }
    },
  },
]
