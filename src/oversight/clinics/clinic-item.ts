import { choice, defineRecord, instant, parent, text, type RecordOf } from '../../records/index.ts'
import { answerLists } from '../permissions.ts'
import { answerKey } from '../answers/answer.ts'
import { clinic } from './clinic.ts'

/**
 * What a clinic said of one child on one list; never changed, so that the latest is what holds. Child-level: it is shown
 * with a row that the reader may see, and counted for others.
 */
export const clinicItem = defineRecord({
  name: 'clinic_item',
  idPrefix: 'cit',
  words: { one: 'child at a clinic', many: 'children at clinics', a: 'a child at a clinic' },
  permissions: { read: 'cases:read', write: answerLists },
  parents: { clinicId: parent(() => clinic, { label: 'Clinic', required: 'Say which clinic' }) },
  fields: {
    list: text({ label: 'List', required: 'Say which list', hidden: true }),
    /** The council's id of the child, or of the case where a list is about no child. */
    subject: text({ label: 'Child', required: 'Say which child', hidden: true }),
    team: text({ label: 'Team', hidden: true }),
    outcome: choice({
      label: 'What came of it',
      choices: {
        agreed: 'Something was agreed',
        nothing: 'Nothing new agreed',
        /** Written at closing, of a child for whom nobody has answered. */
        silent: 'Nobody answered',
        /** Written at closing, of a child whom the figures no longer had on the list. */
        left: 'Had left the list',
        /** The same, of one whose rule had cleared and held again. */
        again: 'Had cleared, and held again',
      },
      required: 'Choose what came of it',
    }),
    reason: text({ label: 'Reason', hidden: true }),
    /** The answer that was given; empty where nothing was agreed. */
    answerId: text({ label: 'Answer', hidden: true }),
    saidAt: instant({ label: 'Said', required: 'Say when', hidden: true }),
    saidBy: text({ label: 'Said by', required: 'Say who', hidden: true }),
  },
  named: ({ outcome }) => outcome,
  about: ({ clinicId }) => clinicId,
  order: (left, right) => (left.saidAt < right.saidAt ? 1 : -1),
})

export type ClinicItem = RecordOf<typeof clinicItem.fields>

/** Written when a clinic closes, and not said of a child there. */
export const isOfClosing = ({ outcome }: Pick<ClinicItem, 'outcome'>): boolean =>
  outcome === 'silent' || outcome === 'left' || outcome === 'again'

/** What each clinic says last of each child on each list. */
export function latestItems(items: readonly ClinicItem[]): ReadonlyMap<string, ClinicItem> {
  const latest = new Map<string, ClinicItem>()
  for (const item of items.toSorted((a, b) => (a.saidAt < b.saidAt ? -1 : 1)))
    latest.set(answerKey(item.list, item.subject), item)
  return latest
}
