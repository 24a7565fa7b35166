import { formatDay, type Day } from '../../platform/day.ts'
import { workingDayAfter } from '../../platform/working-days.ts'
import { choice, day, defineRecord, parent, text, whole, type RecordOf } from '../../records/index.ts'
import { workTaskforce } from '../permissions.ts'
import { taskforce } from './taskforce.ts'

/** A manager's mark after reading the file, never a score. */
export const TRIAGE = { urgent: 'Urgent', soon: 'Soon', routine: 'Routine' } as const

export const OUTCOMES = {
  close: 'Close',
  early_help: 'Step down to early help',
  stay: 'Continue as a child in need',
  enquiry: 'Step up: section 47 enquiry',
  protection: 'Step up: child protection',
  care: 'Step up: into care',
} as const
export type Outcome = keyof typeof OUTCOMES

export const GRADES = {
  outstanding: 'Outstanding',
  good: 'Good',
  requires_improvement: 'Requires improvement to be good',
  inadequate: 'Inadequate',
} as const

/**
 * One child of a taskforce's list: as they were when it was frozen, and what has been done since. Child-level: it is
 * shown by `casesInScope` alone.
 */
export const taskforceCase = defineRecord({
  name: 'taskforce_case',
  idPrefix: 'tfc',
  words: { one: 'child of a taskforce', many: 'children of a taskforce', a: 'a child of a taskforce' },
  permissions: { read: 'cases:read', write: workTaskforce },
  parents: {
    taskforceId: parent(() => taskforce, { label: 'Taskforce', required: 'Say which taskforce' }),
  },
  fields: {
    /** The council's id. */
    child: text({ label: 'Child', required: 'Say which child', hidden: true }),
    list: choice({
      label: 'List',
      choices: { frozen: 'The frozen list', joined: 'The second list: in need since' },
      required: 'Say which list',
      hidden: true,
    }),
    listedOn: day({ label: 'On the list since', required: 'Say since when', hidden: true }),
    team: text({ label: 'Team then', hidden: true }),
    worker: text({ label: 'Worker then', hidden: true }),
    openSince: day({ label: 'Open since', required: 'Say since when', hidden: true }),
    lastSeenOn: day({ label: 'Last seen', hidden: true }),
    triage: choice({ label: 'Mark', choices: TRIAGE }),
    taskforceWorker: text({ label: 'Given to' }),
    taskforceTeam: text({ label: 'Taskforce team', hidden: true }),
    givenOn: day({ label: 'Given on' }),
    authorisedOn: day({ label: 'Authorised on' }),
    outcome: choice({ label: 'What was decided', choices: OUTCOMES }),
    /** The standards that the manager ticked, one on each line, and the number of the version they are of. */
    standardsMet: text({ label: 'Standards met', hidden: true }),
    frameworkNumber: whole({ label: 'Framework version', hidden: true }),
    grade: choice({ label: 'Manager’s grade', choices: GRADES }),
    moderatedGrade: choice({ label: 'Moderator’s grade', choices: GRADES, hidden: true }),
    moderatedOn: day({ label: 'Moderated on', hidden: true }),
    safetyCheckedOn: day({
      label: 'Safety check on',
      hint: 'An inadequate grade asks for one the same day',
    }),
    leftOn: day({ label: 'Left the list on', hidden: true }),
    returnedOn: day({ label: 'Referred again on', hidden: true }),
  },
  named: ({ list }) => (list === 'frozen' ? 'A child of the frozen list' : 'A child of the second list'),
  about: ({ taskforceId }) => taskforceId,
  check: (values, context) => checkCase(values, context),
})

export type TaskforceCase = RecordOf<typeof taskforceCase.fields>

/** What of a case the rules look at. */
interface CheckedCase {
  listedOn: Day
  taskforceWorker: string
  givenOn: Day | null
  authorisedOn: Day | null
  outcome: string | null
  grade: string | null
  moderatedGrade: string | null
  safetyCheckedOn: Day | null
}

/** Clocks that cannot be right, in words. */
function checkCase(values: CheckedCase, { today }: { today: Day }) {
  const { listedOn, givenOn, authorisedOn, outcome, grade, moderatedGrade, safetyCheckedOn } = values
  const hasWorker = values.taskforceWorker !== ''
  const faults: Partial<Record<keyof CheckedCase, string>> = {}
  if (hasWorker && givenOn === null) faults.givenOn = 'Enter the day on which the child was given out'
  if (!hasWorker && givenOn !== null) faults.taskforceWorker = 'Choose the worker'
  if (givenOn !== null && givenOn < listedOn)
    faults.givenOn = `The list was frozen on ${formatDay(listedOn)}: enter that day or a later one`
  if (authorisedOn === null && outcome !== null) faults.authorisedOn = 'Enter the day it was authorised'
  if (authorisedOn !== null) {
    if (givenOn === null) faults.authorisedOn = 'A child who was not given out cannot have been re-assessed'
    else if (authorisedOn < givenOn)
      faults.authorisedOn = `Authorised before the child was given out on ${formatDay(givenOn)}`
    if (authorisedOn > today) faults.authorisedOn = 'The day it was authorised must be today or earlier'
    if (outcome === null) faults.outcome = 'Choose what was decided'
    if (grade === null) faults.grade = 'Grade the assessment'
  }
  if ((grade === 'inadequate' || moderatedGrade === 'inadequate') && safetyCheckedOn === null)
    faults.safetyCheckedOn = 'An inadequate grade asks for a safety check the same day: enter its day'
  if (safetyCheckedOn !== null && safetyCheckedOn > today)
    faults.safetyCheckedOn = 'The day of the safety check must be today or earlier'
  return faults
}

export const STATES = {
  left: 'Left before they were given out',
  done: 'Re-assessed',
  working: 'With the taskforce now',
  waiting: 'Not yet given to anyone',
} as const
export type CaseState = keyof typeof STATES

/** Every child of a list is in one of four states on a day, and in no other: so they add up to the list. */
export function stateOf(
  { givenOn, authorisedOn, leftOn }: Pick<TaskforceCase, 'givenOn' | 'authorisedOn' | 'leftOn'>,
  on: Day,
): CaseState {
  if (authorisedOn !== null && authorisedOn <= on) return 'done'
  if (givenOn !== null && givenOn <= on) return 'working'
  return leftOn !== null && leftOn <= on ? 'left' : 'waiting'
}

/** The last working day of a child who was given out. */
export const dueOn = ({ givenOn }: Pick<TaskforceCase, 'givenOn'>, daysAllowed: number): Day | null =>
  givenOn === null ? null : workingDayAfter(givenOn, daysAllowed)

/** One in five, drawn by the record's own id: nobody chooses, and it comes out the same each time. */
export const isDrawn = ({ id }: Pick<TaskforceCase, 'id'>): boolean => drawNumber(id) % 5 === 0

/** A whole number that depends on every character of an id. */
function drawNumber(id: string): number {
  let sum = 0
  for (const character of id) sum = (sum * 31 + character.codePointAt(0)!) % 1_000_003
  return sum
}

/** The states from which a child can come back: the council has let them go. */
export const HAS_LEFT: readonly Outcome[] = ['close', 'early_help']
