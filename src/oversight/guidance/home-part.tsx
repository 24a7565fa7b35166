import {
  allow,
  may,
  type DigestKind,
  type HomeKind,
  type HomePart,
  type Person,
  type Role,
} from '../../access/index.ts'
import { formatDay } from '../../platform/day.ts'
import { formatCount, formatNumber } from '../../platform/words.ts'
import { guidanceHref } from './guidance.ts'
import { currentGuidance, visibleTo, waitingFor, type GuidanceDeps, type ToConfirm } from './guidance-read.ts'
import { confirmGuidance, seeConfirmations } from './permissions.ts'

/** Their first page is the same for everybody of the role: what waits for them is in their week, and with the guidance. */
const NO_PAGE_OF_THEIR_OWN: readonly Role[] = ['director', 'board_member', 'programme_manager']
/** Lists or drawn children head their page, once there are figures. */
const WITHOUT_LISTS: readonly Role[] = ['panel_adviser', 'finance_partner', 'hr_partner', 'data_team']

/** What guidance has for first pages: what waits for the person themselves, and who of a manager’s teams has not confirmed. */
export const guidanceHome = (deps: GuidanceDeps): HomeKind[] => [
  {
    // Above a long table of children: it goes once it is confirmed.
    order: 18,
    roles: confirmGuidance.roles.filter((role) => !NO_PAGE_OF_THEIR_OWN.includes(role)),
    part: async (person) => {
      const waiting = await waitingFor(deps, person)
      const mayLead = WITHOUT_LISTS.includes(person.role) || !(await deps.pool.current(person.council))
      return waitingPart(waiting, mayLead)
    },
  },
  {
    order: 46,
    roles: ['team_manager', 'head_of_service'],
    part: (person) => teamPart(deps, person),
  },
]

function waitingPart(waiting: readonly ToConfirm[], mayLead: boolean): HomePart | null {
  const [first] = waiting
  if (!first) return null
  const count = formatCount(waiting.length, 'piece of guidance waits', 'pieces of guidance wait')
  return {
    heading: `Guidance to read and confirm: ${waiting.length}`,
    narrow: true,
    ...(mayLead && {
      lead: {
        title: 'Your work',
        sentence: { bold: `${count} for you to read and confirm.` },
        first: { text: 'Read and confirm', href: guidanceHref(first.entry.guidance.id) },
      },
    }),
    body: (
      <ul class="govuk-list">
        {waiting.map(({ entry: { guidance }, version }) => (
          <li>
            <a href={guidanceHref(guidance.id)}>{guidance.title}</a>
            <br />
            <span class="wm-secondary">
              Issued {formatDay(version.issuedOn)}, in effect from {formatDay(version.fromOn)}
            </span>
          </li>
        ))}
      </ul>
    ),
  }
}

/** Counts alone: the names are a page further. */
async function teamPart(deps: GuidanceDeps, person: Person): Promise<HomePart | null> {
  const pass = allow(person, seeConfirmations)
  const open = (await currentGuidance(deps, allow(person, 'figures:read'))).flatMap((found) => {
    const people = visibleTo(pass, found).filter(({ member }) => member.person.id !== person.id)
    const waiting = people.filter(({ confirmedOn }) => confirmedOn === null)
    const late = waiting.filter(({ isLate }) => isLate).length
    return waiting.length === 0 ? [] : [{ found, people, waiting, late }]
  })
  if (open.length === 0) return null
  return {
    heading: `Guidance your teams have not confirmed: ${open.length}`,
    narrow: true,
    body: (
      <ul class="govuk-list">
        {open.map(({ found: { entry }, people, waiting, late }) => (
          <li>
            <a href={guidanceHref(entry.guidance.id, '/people?only=waiting')}>{entry.guidance.title}</a>
            <br />
            {formatNumber(waiting.length)} of {formatCount(people.length, 'person', 'people')} in your teams
            not yet
            {late > 0 ? (
              <>
                ; <b>{formatNumber(late)} past the day: remind them</b>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    ),
  }
}

/** The week of a person: what waits for them, and for a manager what is past its day. Names nobody. */
export const guidanceDigest = (deps: GuidanceDeps): DigestKind => ({
  order: 30,
  roles: confirmGuidance.roles,
  lines: async (person) => {
    const waiting = await waitingFor(deps, person)
    const own = waiting.length
    const late = may(person, seeConfirmations)
      ? (await currentGuidance(deps, allow(person, 'figures:read'))).flatMap((found) =>
          visibleTo(allow(person, seeConfirmations), found).filter(({ isLate }) => isLate),
        ).length
      : 0
    const line = (count: number, text: string) =>
      count === 0 ? [] : [{ part: 'due' as const, text, href: '/guidance' }]
    return [
      ...line(
        own,
        `${formatCount(own, 'piece of guidance waits', 'pieces of guidance wait')} for you to read and confirm.`,
      ),
      ...line(
        late,
        `${formatCount(late, 'confirmation', 'confirmations')} of guidance ${late === 1 ? 'is' : 'are'} past the day among those whom you see.`,
      ),
    ]
  },
})
