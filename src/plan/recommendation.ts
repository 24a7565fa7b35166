import { choice, defineRecord, paragraph, parent, text, whole, type RecordOf } from '../records/index.ts'

/** Who asks for it. An inspection's recommendations come in two weights; a Notice and our own plan may ask too. */
export const SOURCES = [
  'priority_and_immediate',
  'area_for_improvement',
  'improvement_notice',
  'monitoring_visit',
  'own',
] as const
export type Source = (typeof SOURCES)[number]

export const SOURCE_WORDS: Record<Source, string> = {
  priority_and_immediate: 'Ofsted, priority and immediate',
  area_for_improvement: 'Ofsted, area for improvement',
  improvement_notice: 'Improvement Notice',
  monitoring_visit: 'Monitoring visit',
  own: 'Our own',
}

export const reference = text({
  label: 'Reference',
  hint: 'What people call it, such as T1, R3 or 3.2',
  required: 'Enter the reference',
})

export const ownerRole = text({
  label: 'Owner',
  hint: 'A role, such as Head of Assessment. Left empty, the plan says that nobody owns it.',
})

const position = whole({ label: 'Place in the plan', required: 'Enter its place', hidden: true })

/** All of the plan is read and written by the same people, and its history is one. */
export const PLAN_RECORDS = {
  permissions: { read: 'plan:read', write: 'plan:write' },
  historyTable: 'plan_change',
  // A measure stops counting on a day, work is delivered or reopened: nothing of a plan is withdrawn.
  withdrawable: false,
} as const

export const themeKind = defineRecord({
  ...PLAN_RECORDS,
  name: 'theme',
  table: 'plan_theme',
  idPrefix: 'thm',
  words: { one: 'theme', many: 'themes' },
  fields: {
    /** `T1` */
    ref: reference,
    title: text({ label: 'Title', required: 'Enter the title' }),
    position,
  },
  named: 'title',
})
export type Theme = RecordOf<typeof themeKind.fields>

export const recommendationKind = defineRecord({
  ...PLAN_RECORDS,
  name: 'recommendation',
  table: 'plan_recommendation',
  idPrefix: 'rec',
  words: { one: 'recommendation', many: 'recommendations' },
  parents: { themeId: parent(() => themeKind, { label: 'Theme', required: 'Choose the theme' }) },
  fields: {
    /** `R3` */
    ref: reference,
    title: text({ label: 'Title', required: 'Enter the title' }),
    asked: paragraph({
      label: 'What was asked',
      hint: 'In your own words',
      required: 'Enter what was asked',
    }),
    source: choice({ label: 'Who asked', choices: SOURCE_WORDS, required: 'Choose who asked' }),
    sourceNote: text({ label: 'Where the original words are', hint: 'Document, page and date' }),
    owner: ownerRole,
    sponsor: text({ label: 'Sponsor', hint: 'A role' }),
    position,
  },
  named: 'title',
})
export type Recommendation = RecordOf<typeof recommendationKind.fields>
