import {
  choice,
  day,
  defineRecord,
  pence,
  text,
  whole,
  type RecordOf,
  type Values,
} from '../../records/index.ts'
import { runTaskforce } from '../permissions.ts'

/** Working days to a re-assessment until a council sets its own: the framework's timescale. */
export const FIRST_DAYS_ALLOWED = 20

/** A team from outside that re-assesses every child on a list that was frozen once. */
export const taskforce = defineRecord({
  name: 'taskforce',
  idPrefix: 'tfo',
  words: { one: 'taskforce', many: 'taskforces' },
  permissions: { read: 'figures:read', write: runTaskforce },
  fields: {
    title: text({
      label: 'Name',
      hint: 'What it does: “Re-assessing children in need”',
      required: 'Enter the name',
    }),
    startsOn: day({ label: 'Starts', required: 'Enter the day on which it starts' }),
    endsOn: day({ label: 'Contract ends', required: 'Enter the day on which the contract ends' }),
    planDay: day({ label: 'Day in the plan', hint: 'By which the plan says that the list is finished' }),
    decideBy: day({ label: 'Decide by', hint: 'The last day on which the contract can be extended' }),
    whoDecides: text({ label: 'Who decides' }),
    daysAllowed: whole({
      label: 'Working days for one child',
      hint: 'From the day the child is given to a worker until a manager authorises the assessment',
      required: 'Enter the working days for one child',
      min: 1,
      max: 90,
    }),
    boughtWeekly: whole({ label: 'Children a week that were bought', hint: 'As the contract says', min: 1 }),
    costWeekly: pence({ label: 'Cost of a week', hint: 'Of the whole taskforce, in pounds', min: 0 }),
    agreedPence: pence({
      label: 'Money agreed',
      hint: 'For the whole taskforce until the contract ends, in pounds',
      min: 0,
    }),
    moneyFrom: text({ label: 'Paid from', hint: 'The budget line, as the finance partner calls it' }),
    extendTo: day({ label: 'Extend to', hint: 'A day to which it could be extended, to compare' }),
    frozenOn: day({ label: 'List frozen on', hidden: true }),
    /** The snapshot from which the list can be made again. */
    frozenFrom: text({ label: 'Frozen from the load', hidden: true }),
    frozenBy: choice({
      label: 'How the list was made',
      choices: {
        measure: 'Every child in need on that day, as the measure counts them',
        file: 'The list in the files that were loaded',
      },
      hidden: true,
    }),
    /** The day of the figures by which leavers, joiners and returns were last looked up. */
    comparedOn: day({ label: 'Compared with the figures as at', hidden: true }),
  },
  named: 'title',
  order: (left, right) => (left.startsOn < right.startsOn ? 1 : -1),
  start: () => ({ daysAllowed: FIRST_DAYS_ALLOWED }),
  check: ({ startsOn, endsOn, extendTo }) => ({
    ...(endsOn <= startsOn && { endsOn: 'The contract must end after it starts' }),
    ...(extendTo !== null && extendTo <= endsOn && { extendTo: 'Extend to a day after the contract ends' }),
  }),
})

export type Taskforce = RecordOf<typeof taskforce.fields>

/** A taskforce as it is set up: what is not said is not known, and its list is not frozen. */
export const newTaskforce = (
  said: Pick<Taskforce, 'title' | 'startsOn' | 'endsOn'> & Partial<Omit<Taskforce, 'id' | 'version'>>,
): Values<typeof taskforce.fields> => ({
  planDay: null,
  decideBy: null,
  whoDecides: '',
  daysAllowed: FIRST_DAYS_ALLOWED,
  boughtWeekly: null,
  costWeekly: null,
  agreedPence: null,
  moneyFrom: '',
  extendTo: null,
  frozenOn: null,
  frozenFrom: '',
  frozenBy: null,
  comparedOn: null,
  ...said,
})

export const TASKFORCES = '/taskforces'
export const taskforceHref = (id: string): string => `${TASKFORCES}/${id}`
