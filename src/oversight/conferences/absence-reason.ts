import { choice, defineRecord, paragraph, text, type RecordOf } from '../../records/index.ts'
import { setReasons } from '../permissions.ts'

/** The words of the capture template for why a worker did not come; `title` is what they are called until a council says otherwise. */
export const FILE_WORDS = {
  absent: { code: 'absent', title: 'Sickness or leave' },
  court: { code: 'at court', title: 'In court' },
  meeting: { code: 'another meeting', title: 'Two meetings at once' },
  unallocated: { code: 'nobody was allocated', title: 'Nobody was allocated' },
} as const

/** Why a child's own worker did not come to a meeting: a council's own, from which managers choose one. */
export const absenceReason = defineRecord({
  name: 'absence_reason',
  idPrefix: 'abr',
  words: {
    one: 'reason for not attending',
    many: 'reasons for not attending',
    title: 'Reasons why a worker did not attend',
  },
  permissions: { read: 'figures:read', write: setReasons },
  fields: {
    title: text({
      label: 'Reason',
      hint: 'In a few words, and without blame: “Two meetings at once”',
      required: 'Enter the reason',
      unique: (title) => `There is a reason “${title}” already: give this one other words`,
    }),
    meaning: paragraph({ label: 'When it is the right one' }),
    fileWord: choice({
      label: 'In the file of conferences it is',
      choices: {
        absent: 'absent',
        court: 'at court',
        meeting: 'another meeting',
        unallocated: 'nobody was allocated',
      },
    }),
  },
  named: 'title',
})

export type AbsenceReason = RecordOf<typeof absenceReason.fields>
type NewReason = Omit<AbsenceReason, 'id' | 'version'>

/** What a new council starts with, to change as it wishes. */
export const FIRST_ABSENCE_REASONS: readonly NewReason[] = [
  { title: 'Worker capacity', meaning: 'Other work could not be moved or covered.', fileWord: null },
  { title: FILE_WORDS.meeting.title, meaning: 'Another meeting at the same time.', fileWord: 'meeting' },
  { title: FILE_WORDS.court.title, meaning: 'A hearing on the same day.', fileWord: 'court' },
  { title: FILE_WORDS.absent.title, meaning: 'The worker was away.', fileWord: 'absent' },
  { title: 'Did not know the date', meaning: 'The invitation did not reach the worker.', fileWord: null },
  {
    title: 'Worker left',
    meaning: 'The worker left, and the next one was not named in time.',
    fileWord: null,
  },
  {
    title: FILE_WORDS.unallocated.title,
    meaning: 'No worker held the child on the day.',
    fileWord: 'unallocated',
  },
  { title: 'Another reason', meaning: 'Say what it was in the sentence.', fileWord: null },
]

/** What the council's file gives as the reason; null where it gives none: "not written down" is none. */
export const reasonOfFile = (code: string | null): string | null =>
  Object.values(FILE_WORDS).find((word) => word.code === code)?.title ?? null
