import { formatDay } from '../../platform/day.ts'
import {
  choice,
  day,
  defineRecord,
  paragraph,
  parent,
  pence,
  text,
  type RecordOf,
} from '../../records/index.ts'
import { runTaskforce } from '../permissions.ts'
import { taskforce } from './taskforce.ts'

/** Whether a taskforce stops at the end of its contract or goes on: who decided it, when and why. */
export const taskforceDecision = defineRecord({
  name: 'taskforce_decision',
  idPrefix: 'tfd',
  words: { one: 'decision to stop or extend', many: 'decisions to stop or extend' },
  permissions: { read: 'figures:read', write: runTaskforce },
  parents: {
    taskforceId: parent(() => taskforce, {
      label: 'Taskforce',
      required: 'Record a decision from the taskforce’s page',
    }),
  },
  fields: {
    choice: choice({
      label: 'What was decided',
      choices: {
        stop: 'Stop at the end of the contract',
        extend: 'Extend to a day',
        finish: 'Extend until the list is done',
      },
      required: 'Choose what was decided',
    }),
    extendedTo: day({ label: 'Extended to' }),
    costPence: pence({ label: 'Money agreed beyond the contract', min: 0 }),
    decidedOn: day({ label: 'Decided on', required: 'Enter the day of the decision' }),
    decidedBy: text({ label: 'Decided by', hint: 'Role, no name', required: 'Enter who decided' }),
    why: paragraph({
      label: 'Why, and what happens to children who are left',
      required: 'Say why, and what happens to children who are left',
    }),
  },
  named: ({ choice: chosen, decidedOn }) =>
    `${{ stop: 'Stop', extend: 'Extend to a day', finish: 'Extend until done' }[chosen]}, ${formatDay(decidedOn)}`,
  order: (left, right) => (left.decidedOn < right.decidedOn ? 1 : -1),
  check: ({ choice: chosen, extendedTo, decidedOn }, { today }) => ({
    ...(chosen === 'extend' &&
      extendedTo === null && { extendedTo: 'Enter the day to which it is extended' }),
    ...(decidedOn > today && { decidedOn: 'The day of the decision must be today or earlier' }),
  }),
})

export type TaskforceDecision = RecordOf<typeof taskforceDecision.fields>
