import { choice, defineRecord, paragraph, text, type RecordOf } from '../../records/index.ts'
import { setReasons } from '../permissions.ts'

/** Why a child is on a list: a council's own, from which those who answer choose one. */
export const answerReason = defineRecord({
  name: 'answer_reason',
  idPrefix: 'rea',
  words: { one: 'reason', many: 'reasons', title: 'Reasons for answers' },
  permissions: { read: 'figures:read', write: setReasons },
  fields: {
    title: text({
      label: 'Reason',
      hint: 'In a few words: “Awaiting expert report”',
      required: 'Enter the reason',
      unique: (title) => `There is a reason “${title}” already: give this one other words`,
    }),
    meaning: paragraph({ label: 'When it is the right one' }),
    together: choice({
      label: 'May it be given to many children at once?',
      choices: { no: 'No, each child is answered for', yes: 'Yes, where the list allows it' },
      required: 'Choose whether it may be given to many children at once',
    }),
  },
  named: 'title',
})

export type AnswerReason = RecordOf<typeof answerReason.fields>

/** What a new council starts with, to change as it wishes. */
export const FIRST_REASONS: readonly Omit<AnswerReason, 'id' | 'version'>[] = [
  ['Awaiting expert report', 'A report that was asked for by a day has not come.', 'no'],
  [
    'Awaiting another agency',
    'Health, a school, the police or another council has been asked and has not answered.',
    'no',
  ],
  [
    'Family not engaging',
    'Visits or meetings were offered and not kept. Say which, and what is tried next.',
    'no',
  ],
  ['Court timetable', 'A court has set the day.', 'no'],
  ['Recording backlog', 'The work was done and is not recorded yet. Say when it was done.', 'yes'],
  ['Allocation gap', 'No worker held the child, or the worker left.', 'yes'],
  ['Worker away', 'The worker is away, and the work was not covered.', 'yes'],
  [
    'Child or family away',
    'They cannot be seen until they are back. Say how it is known that the child is safe.',
    'no',
  ],
  ['Urgent work came first', 'Another child’s safety took the time.', 'no'],
  ['Delay accepted', 'A manager has agreed to more time. Say who, and until when.', 'no'],
  ['Record is wrong', 'The child should not be on this list. Say what is corrected, and by whom.', 'yes'],
].map(([title = '', meaning = '', together]) => ({
  title,
  meaning,
  together: together === 'yes' ? 'yes' : 'no',
}))
