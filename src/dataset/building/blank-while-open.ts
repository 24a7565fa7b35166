import { MERGED } from './precedence.ts'

/** Columns that are blank until something has happened to what the row tells of: a blank is the answer "not yet". */
const NOT_YET: Readonly<Record<string, readonly string[]>> = {
  adopters: ['stage_1_end_date', 'stage_2_start_date', 'stage_2_end_date'],
  contact_decisions: ['decided_at', 'decided_by'],
  permanence: [
    'adm_decision_date',
    'placement_order_date',
    'matched_date',
    'placed_for_adoption_date',
    'placed_ffa_date',
    'adoption_order_date',
    'decision_reversed_date',
  ],
}

/** What is known only once the row has ended: blank of something still open, it is no fault. */
const KNOWN_AT_END: Readonly<Record<string, readonly string[]>> = {
  early_help_episodes: ['end_reason'],
  cin_episodes: ['close_reason'],
  cin_assessments: ['outcome_nfa'],
  cla_periods: ['end_reason'],
}

/** Whether a blank of the column means that what the row tells of goes on, or has not come so far: it is never a fault. */
export const isBlankWhileOpen = (table: string, column: string): boolean =>
  MERGED[table]?.end === column || (NOT_YET[table]?.includes(column) ?? false)

/** The column in which a row's end is, for one that is known only then; null for any other. */
export const endThatTells = (table: string, column: string): string | null =>
  KNOWN_AT_END[table]?.includes(column) ? (MERGED[table]?.end ?? null) : null
