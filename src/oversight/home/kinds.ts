import { allow, type HomeKind, type HomePart, type Person, type Role } from '../../access/index.ts'
import { ownedActions } from '../clinics/action-store.ts'
import { clinicsOf } from '../clinics/clinic-store.ts'
import { rowStates } from '../clinics/row-states.ts'
import type { Diary } from '../conferences/diary.ts'
import { readDiaryQuery } from '../conferences/diary-query.ts'
import { readDiary, readUnanswered } from '../conferences/diary-read.ts'
import { missingView } from '../missing/missing-read.ts'
import { guidanceHome } from '../guidance/home-part.tsx'
import { countEveryList } from '../lists/list-read.ts'
import { actionsPart, clinicsPart } from './clinics-part.tsx'
import { drawnPart } from './drawn-part.tsx'
import { fortnightPart } from './fortnight-part.tsx'
import { capsOf } from './held-children.ts'
import { listsPart } from './lists-part.tsx'
import { loadPart } from './load-part.tsx'
import { attendancePart, meetingsPart } from './meetings-part.tsx'
import { missingPart } from './missing-part.tsx'
import { notAttendedPart } from './not-attended-part.tsx'
import { ownWork, type HomeDeps, type OwnWork } from './own-work.ts'
import { passedPart } from './passed-part.tsx'
import { teamsPart } from './teams-part.tsx'

const MANAGERS: readonly Role[] = ['team_manager', 'head_of_service']
const WITHOUT_LISTS: readonly Role[] = ['panel_adviser', 'finance_partner', 'hr_partner', 'data_team']

/** What the lists, clinics and assignments have for the first page of each role. */
export function oversightHome(deps: HomeDeps): HomeKind[] {
  const { records, clock, pool } = deps
  const once = readOnce((person: Person) => ownWork(deps, person))
  const diaryOf = readOnce((person: Person) => ownDiary(deps, person))
  const kind = (
    order: number,
    roles: readonly Role[],
    part: (work: OwnWork, person: Person) => HomePart | null | Promise<HomePart | null>,
  ): HomeKind => ({
    order,
    roles,
    part: async (person) => {
      const work = await once(person)
      return work && (await part(work, person))
    },
  })
  return [
    ...meetingsAndMissing(deps, diaryOf),
    kind(10, ['head_of_service'], passedPart),
    kind(15, ['auditor'], drawnPart),
    kind(20, ['social_worker'], async (work, person) =>
      fortnightPart(work, person, clock.today(), (await diaryOf(person))!),
    ),
    kind(20, [...MANAGERS, 'reviewing_officer', 'auditor', 'childrens_rights'], listsPart),
    kind(30, ['reviewing_officer'], drawnPart),
    kind(30, ['team_manager'], async (work, person) => {
      const snapshot = await pool.current(person.council)
      return snapshot && loadPart(work, await capsOf(snapshot))
    }),
    kind(40, MANAGERS, async (work, person) =>
      clinicsPart(await clinicsOf(records, allow(person, 'figures:read')), work, person, clock.today()),
    ),
    {
      order: 50,
      roles: ['social_worker', ...MANAGERS, 'reviewing_officer', 'childrens_rights', ...WITHOUT_LISTS],
      part: async (person) =>
        actionsPart(
          await ownedActions(records, allow(person, 'figures:read')),
          clock.today(),
          WITHOUT_LISTS.includes(person.role),
        ),
    },
    {
      order: 60,
      roles: ['head_of_service'],
      part: async (person) => {
        const pass = allow(person, 'figures:read')
        const snapshot = await pool.current(person.council)
        if (!snapshot) return null
        return teamsPart(await countEveryList(snapshot, pass, await rowStates(records, pass)), person)
      },
    },
    ...guidanceHome(deps),
  ]
}

/** What the diary and the missing children have for the first page of each role. */
function meetingsAndMissing(deps: HomeDeps, diaryOf: (person: Person) => Promise<Diary | null>): HomeKind[] {
  const { pool } = deps
  const withSnapshot = (
    order: number,
    roles: readonly Role[],
    part: (person: Person) => Promise<HomePart | null>,
  ): HomeKind => ({
    order,
    roles,
    part: async (person) => ((await pool.current(person.council)) ? await part(person) : null),
  })
  const diaryKind = (order: number, roles: readonly Role[], part: (diary: Diary) => HomePart | null) =>
    withSnapshot(order, roles, async (person) => part((await diaryOf(person))!))
  return [
    diaryKind(12, ['reviewing_officer'], attendancePart),
    withSnapshot(15, ['childrens_rights'], async (person) =>
      missingPart(await missingView(deps, person), person),
    ),
    diaryKind(25, ['social_worker', 'team_manager', 'reviewing_officer'], meetingsPart),
    withSnapshot(26, MANAGERS, async (person) => {
      const { month, unanswered } = await readUnanswered(deps, person)
      return notAttendedPart(unanswered, month, person)
    }),
    withSnapshot(28, MANAGERS, async (person) => missingPart(await missingView(deps, person), person)),
  ]
}

/** Six weeks of meetings from today; null before the first load. */
async function ownDiary(deps: HomeDeps, person: Person): Promise<Diary | null> {
  if (!(await deps.pool.current(person.council))) return null
  const query = readDiaryQuery({}, deps.clock.today())
  return (await readDiary(deps, person, query, 'cases')).diary
}

/** The parts of one page are of one reading: one line in the access log for each time that somebody opens it. */
function readOnce<Answer>(read: (person: Person) => Promise<Answer>): (person: Person) => Promise<Answer> {
  const underWay = new WeakMap<Person, Promise<Answer>>()
  return (person) => {
    const known = underWay.get(person) ?? read(person)
    underWay.set(person, known)
    return known
  }
}
