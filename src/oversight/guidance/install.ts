import { allow, listPeople, operator, type Person, type Role } from '../../access/index.ts'
import type { SnapshotPool } from '../../dataset/index.ts'
import { stoppedClock, type Day } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { addRecord, recordTransaction } from '../../records/index.ts'
import { confirmVersion } from './guidance-store.ts'
import { guidance, guidanceBriefing, guidanceVersion } from './guidance.ts'
import { confirmGuidance, issueGuidance, recordBriefings, setPracticeStandards } from './permissions.ts'
import { practiceStandard } from './practice-standard.ts'
import { teamsOfPerson } from './staff.ts'

interface InstallDeps {
  records: Records
  pool: SnapshotPool
}

/** The council, the teams briefed first, and the day on which the demonstration's clock has stopped. */
interface GuidanceStory {
  council: string
  teams: readonly string[]
  today: Day
}

const ROLLED_OUT: Day = '2015-02-02'

const STANDARDS = [
  {
    clock: 'need_visits',
    fromOn: '2014-04-01',
    firstWithin: 20,
    thenEvery: 20,
    why: 'What the measure of visits counts.',
  },
  {
    clock: 'need_visits',
    fromOn: ROLLED_OUT,
    firstWithin: 10,
    thenEvery: 20,
    why: 'The first visit comes sooner: the guidance asks that the plan is gone through with the child within ten working days.',
  },
  {
    clock: 'need_plans',
    fromOn: '2014-04-01',
    firstWithin: 10,
    thenEvery: null,
    why: 'A plan follows the assessment within ten working days.',
  },
  {
    clock: 'need_reviews',
    fromOn: '2014-04-01',
    firstWithin: 6,
    thenEvery: 12,
    why: 'The first review after six weeks, then every twelve.',
  },
] as const

const VERSION = {
  issuedOn: ROLLED_OUT,
  fromOn: ROLLED_OUT,
  issuedBy: 'Head of Assessment',
  summary:
    'How often a child in need is seen, and what their plan says. It applies to every child with an open plan, and to each new one.',
  link: '',
  body: [
    'See the child within 10 working days of finding the need, alone where they are old enough, and then at least every 20 working days. Write down who was seen and what the child said.',
    'A plan is written within 10 working days of the assessment. It says what will change, who does it, by when, and what happens if it does not.',
    'Look at the plan again after six weeks and then every twelve, with the family and the other agencies.',
    'Where a visit or a plan cannot be in time, say why and what keeps the child safe until then: your manager asks at the clinic.',
  ].join('\n'),
  changed: '',
} as const

/** Who has confirmed by the day of the demonstration, and when. The others are asked on their first page. */
const CONFIRMED: readonly (readonly [Role, Day])[] = [
  ['head_of_service', '2015-02-02'],
  ['team_manager', '2015-02-03'],
  ['reviewing_officer', '2015-02-04'],
]

/**
 * What fact R3 asks for, in the demonstration: practice standards with a version from the week of 2 February, the guidance that
 * was rolled out with it, its briefings, and confirmations of some of those who are asked.
 */
export async function installGuidance(
  { records, pool }: InstallDeps,
  { council, teams, today }: GuidanceStory,
): Promise<void> {
  const manager: Person = { ...operator(council), name: 'Programme manager' }
  await setStandards(records, manager)
  const versionId = await issue(records, manager)
  await brief(records, manager, versionId, teams, today)
  const accounts = await listPeople(records, allow(operator(council), 'people:read'))
  for (const [role, on] of CONFIRMED) {
    const account = accounts.find(({ person }) => person.role === role)
    if (!account || on > today) continue
    const pass = allow(account.person, confirmGuidance)
    const teamsOfTheirs = await teamsOfPerson({ pool }, account.person)
    await confirmVersion(records, pass, stoppedClock(on), versionId, teamsOfTheirs)
  }
}

const setStandards = (records: Records, manager: Person): Promise<void> =>
  recordTransaction(
    records,
    allow(manager, setPracticeStandards),
    stoppedClock('2015-01-30'),
    practiceStandard,
    async (open) => {
      for (const standard of STANDARDS)
        await addRecord(open, practiceStandard, { ...standard, agreedBy: 'Deputy Director' })
    },
  )

const issue = (records: Records, manager: Person): Promise<string> =>
  recordTransaction(
    records,
    allow(manager, issueGuidance),
    stoppedClock(ROLLED_OUT),
    guidance,
    async (open) => {
      const guidanceId = await addRecord(open, guidance, {
        title: 'Visiting children in need and planning with them',
        roles: 'Head of service\nTeam manager\nSocial worker\nReviewing officer\nAuditor',
        teams: '',
        confirmWithin: 10,
        serves: '3.4',
      })
      return await addRecord(open, guidanceVersion, { guidanceId, ...VERSION })
    },
  )

const brief = (
  records: Records,
  manager: Person,
  guidanceVersionId: string,
  teams: readonly string[],
  today: Day,
): Promise<void> => {
  const held = [
    { heldOn: '2015-02-02', audience: 'Heads of service and team managers', attended: 21 },
    { heldOn: '2015-02-03', audience: teams.join(' and '), attended: 13 },
    { heldOn: '2015-02-04', audience: 'Reviewing officers and auditors', attended: 9 },
  ] as const
  return recordTransaction(
    records,
    allow(manager, recordBriefings),
    stoppedClock(today),
    guidanceBriefing,
    async (open) => {
      for (const briefing of held)
        if (briefing.heldOn <= today)
          await addRecord(open, guidanceBriefing, {
            guidanceVersionId,
            ledBy: 'Head of Assessment',
            ...briefing,
          })
    },
  )
}
