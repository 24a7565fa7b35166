import { fullTitle, namedMeasures } from '../../performance/index.ts'
import { catalogue } from '../../measures/index.ts'
import { choice, day, defineRecord, paragraph, text, type RecordOf } from '../../records/index.ts'
import { askForChanges } from './permissions.ts'

export const CHANGE_STATES = {
  asked: 'Asked for',
  agreed: 'Agreed',
  under_way: 'Under way',
  done: 'Done',
  refused: 'Will not be done',
} as const

const MEASURES = Object.fromEntries(catalogue().map((series) => [series.id, fullTitle(series)]))

/** A change asked of the case system or of a report: who asked whom for what, and which measure waits for it. */
export const systemChange = defineRecord({
  name: 'system_change',
  idPrefix: 'sch',
  words: {
    one: 'change to a system',
    many: 'changes to systems',
    title: 'Changes asked of the case system and reports',
  },
  permissions: { read: 'figures:read', write: askForChanges },
  fields: {
    title: text({ label: 'What is asked', required: 'Enter what is to change' }),
    askedOf: text({
      label: 'Of whom',
      hint: 'A team or a supplier, never a name',
      required: 'Enter of whom it is asked',
    }),
    why: paragraph({ label: 'Why', required: 'Enter why it is needed' }),
    dueOn: day({ label: 'By when', required: 'Enter the day by which it is needed' }),
    state: choice({ label: 'State', choices: CHANGE_STATES, required: 'Choose the state' }),
    measure: choice({
      label: 'Measure that waits for it',
      choices: MEASURES,
      find: (typed) => namedMeasures(typed, []),
    }),
  },
  named: 'title',
  listed: ['askedOf', 'dueOn', 'state', 'measure'],
  order: (left, right) => (left.dueOn < right.dueOn ? -1 : 1),
})
export type SystemChange = RecordOf<typeof systemChange.fields>
