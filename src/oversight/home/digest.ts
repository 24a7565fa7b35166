import {
  allow,
  may,
  type DigestKind,
  type DigestLine,
  type DigestWeek,
  type Person,
} from '../../access/index.ts'
import { formatDay, formatDayOfYear, type Day } from '../../platform/day.ts'
import { formatCount } from '../../platform/words.ts'
import { answerKey, latestAnswers } from '../answers/answer.ts'
import { answersForCounts } from '../answers/answer-store.ts'
import { ownedActions } from '../clinics/action-store.ts'
import { clinicHref, coversTeams, teamsOf } from '../clinics/clinic.ts'
import { clinicsOf } from '../clinics/clinic-store.ts'
import { guidanceDigest } from '../guidance/home-part.tsx'
import { rowStates } from '../clinics/row-states.ts'
import { countLists, type ListCount } from '../lists/list-read.ts'
import { subjectOf, type ListRow } from '../lists/list-rows.ts'
import { LISTS } from '../lists/lists.ts'
import type { HomeDeps } from './own-work.ts'

/** The lists, answers and clinics of a person’s week: counts of what is in their scope, and no child. */
export const oversightDigest = (deps: HomeDeps): DigestKind[] => [
  {
    order: 10,
    roles: [
      'head_of_service',
      'team_manager',
      'social_worker',
      'reviewing_officer',
      'auditor',
      'childrens_rights',
    ],
    lines: (person, week) => listLines(deps, person, week),
  },
  {
    order: 20,
    roles: [
      'director',
      'programme_manager',
      'head_of_service',
      'team_manager',
      'social_worker',
      'reviewing_officer',
      'childrens_rights',
      'panel_adviser',
      'finance_partner',
      'hr_partner',
      'data_team',
    ],
    lines: (person, week) => clinicLines(deps, person, week),
  },
  guidanceDigest(deps),
]

const totalOf = (counts: readonly ListCount[], of: 'overdue' | 'due' | 'unanswered' | 'passed') =>
  counts.reduce((sum, count) => sum + count[of], 0)

async function listLines(
  { records, pool }: HomeDeps,
  person: Person,
  week: DigestWeek,
): Promise<DigestLine[]> {
  const pass = allow(person, 'cases:read')
  const snapshot = await pool.current(person.council)
  if (!snapshot) return []
  const figures = allow(person, 'figures:read')
  const states = await rowStates(records, figures)
  const counts = await countLists(snapshot, pass, states)
  const answers = latestAnswers(await answersForCounts(records, figures))
  const answerOf = (row: ListRow) => answers.get(answerKey(row.list, subjectOf(row)))
  /** Overdue rows in scope whose answer is such. */
  const having = async (matches: (answer: { answeredAt: string; checkBackOn: Day }) => boolean) => {
    const found = await countLists(snapshot, pass, (row) => {
      const answer = answerOf(row)
      return { ...states(row), isAnswered: answer !== undefined && matches(answer) }
    })
    return totalOf(found, 'overdue') - totalOf(found, 'unanswered')
  }
  const answered = await having(({ answeredAt }) => answeredAt.slice(0, 10) >= week.since)
  const toCheck = await having(({ checkBackOn }) => checkBackOn >= week.today && checkBackOn <= week.until)
  const passedCheck = await having(({ checkBackOn }) => checkBackOn < week.today)
  const unanswered = totalOf(counts, 'unanswered')
  const due = totalOf(counts, 'due')
  const line = (part: DigestLine['part'], count: number, text: string): DigestLine[] =>
    count === 0 ? [] : [{ part, text, href: '/lists' }]
  return [
    ...(await listsChanged({ pool }, person, counts, week)),
    ...line(
      'changed',
      answered,
      `${formatCount(answered, 'answer was', 'answers were')} given since ${formatDay(week.since)}, and the rule still holds.`,
    ),
    ...line(
      'due',
      unanswered,
      `${formatCount(unanswered, 'row', 'rows')} on your lists ${unanswered === 1 ? 'is' : 'are'} overdue and ${unanswered === 1 ? 'has' : 'have'} no answer.`,
    ),
    ...line(
      'due',
      passedCheck,
      `${formatCount(passedCheck, 'promise is', 'promises are')} past the day to check, and the figures do not show ${passedCheck === 1 ? 'it' : 'them'} kept.`,
    ),
    ...line(
      'due',
      toCheck,
      `${formatCount(toCheck, 'promise is', 'promises are')} to be checked by ${formatDayOfYear(week.until)}.`,
    ),
    ...line(
      'due',
      due,
      `${formatCount(due, 'row', 'rows')} on your lists ${due === 1 ? 'is' : 'are'} not late yet, and due next.`,
    ),
  ]
}

/** How each list’s overdue rows changed, where new figures came in the week. */
async function listsChanged(
  { pool }: Pick<HomeDeps, 'pool'>,
  person: Person,
  now: readonly ListCount[],
  { since }: DigestWeek,
): Promise<DigestLine[]> {
  const snapshot = await pool.current(person.council)
  if (!snapshot || snapshot.loadedAt.slice(0, 10) < since) return []
  const earlier = await pool.earlier(person.council)
  if (!earlier) return []
  const none = () => ({ isAnswered: false, answeredOn: null, tier: 'team' }) as const
  const before = await countLists(earlier, allow(person, 'cases:read'), none)
  return LISTS.flatMap((list): DigestLine[] => {
    const [was, is] = [before, now].map((counts) =>
      totalOf(
        counts.filter((count) => count.list === list.id),
        'overdue',
      ),
    )
    if (was === is) return []
    return [
      {
        part: 'changed',
        text: `${list.title}: ${is} overdue as at ${formatDay(snapshot.asAt)}, and ${was} in the figures before.`,
        href: `/lists/${list.id}`,
      },
    ]
  })
}

async function clinicLines({ records }: HomeDeps, person: Person, week: DigestWeek): Promise<DigestLine[]> {
  const pass = allow(person, 'figures:read')
  const actions = (await ownedActions(records, pass)).filter(({ dueOn }) => dueOn <= week.until)
  const late = actions.filter(({ dueOn }) => dueOn < week.today).length
  const clinics = (await clinicsOf(records, pass)).filter(
    ({ state, heldOn, ...clinic }) =>
      state === 'planned' &&
      heldOn >= week.today &&
      heldOn <= week.until &&
      coversTeams(person, teamsOf(clinic)),
  )
  return [
    ...(actions.length === 0
      ? []
      : [
          {
            part: 'due' as const,
            text: `${formatCount(actions.length, 'action')} of clinics for you by ${formatDayOfYear(week.until)}${late > 0 ? `, ${late} of them past the day` : ''}.`,
            href: '/clinics/actions',
          },
        ]),
    ...(may(person, 'cases:read') ? clinics : []).map((clinic) => ({
      part: 'due' as const,
      text: `The clinic ‘${clinic.title}’ is on ${formatDay(clinic.heldOn)}.`,
      href: clinicHref(clinic.id),
    })),
  ]
}
