import type { Day } from '../platform/day.ts'
import { day, defineRecord, parent, text, type RecordOf } from '../records/index.ts'
import { actionKind, dueDayMoved } from './action.ts'
import { PLAN_RECORDS } from './recommendation.ts'

/** A day on the way to an action's end. Its history is on its action's page. */
export const milestoneKind = defineRecord({
  ...PLAN_RECORDS,
  name: 'milestone',
  table: 'plan_milestone',
  idPrefix: 'mst',
  words: { one: 'milestone', many: 'milestones' },
  parents: { actionId: parent(() => actionKind, { label: 'Action', required: 'Choose the action' }) },
  fields: {
    /** `3.2 M1` */
    ref: text({ label: 'Reference', required: 'Enter the reference', hidden: true }),
    title: text({ label: 'Title', required: 'Enter the title' }),
    dueOn: day({ label: 'Due day', required: 'Enter the due day', changed: dueDayMoved }),
    metOn: day({ label: 'Day it was met', hint: 'Leave empty until it is.', historyLabel: 'Day met' }),
  },
  named: 'title',
  about: ({ actionId }) => actionId,
})
export type Milestone = RecordOf<typeof milestoneKind.fields>

export const isMissed = (milestone: Pick<Milestone, 'dueOn' | 'metOn'>, today: Day): boolean =>
  milestone.metOn === null && milestone.dueOn < today
