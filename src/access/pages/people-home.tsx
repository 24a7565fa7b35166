import type { Services } from '../../platform/room.ts'
import { allow, describeScope, listPeople, ROLES, unknownTeams, type HomeKind } from '../index.ts'

/** People who wait for an administrator: accounts that reach no child although their role should. */
export const peopleHome = ({ records, ask }: Services): HomeKind[] => [
  {
    order: 5,
    roles: ['administrator'],
    part: async (person) => {
      const accounts = await listPeople(records, allow(person, 'people:read'))
      const active = accounts.filter((account) => account.active)
      const asked = await Promise.all(
        active.map(async ({ person: { id, name, role, scope } }) => {
          const empty = (scope.kind === 'chaired' || scope.kind === 'drawn') && scope.children.length === 0
          const why = empty ? describeScope(scope) : await unknownTeams(ask, scope)
          return why === null ? [] : [{ href: `/people/${id}`, name, title: ROLES[role].title, why }]
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
            ? { text: `Open the account of ${first.name}`, href: first.href }
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
