/** How rows of one table that two sources tell of are brought together. */
export interface Merging {
  /** The day that, with the child, names the event in every source. */
  day: string
  /** What else names the event next to the child and the day. */
  by: readonly string[]
  /** The day it ended, in a table of things that last. A row without one is open. */
  end: string | null
  /** The row's own id; null where rows have none. */
  id: string | null
  /** Links to rows of other tables: each is a column here, and the table whose id it holds. */
  links: Readonly<Record<string, string>>
  /**
   * Columns in which a blank is an answer ("not yet authorised"), or that only make sense next to the row's own others:
   * they are never filled from another source.
   */
  own: readonly string[]
}

const merging = (day: string, more: Partial<Omit<Merging, 'day'>> = {}): Merging => ({
  day,
  by: [],
  end: null,
  id: null,
  links: {},
  own: [],
  ...more,
})

/**
 * Which source is believed. The sources of a load are in an order (`intake/leading.ts`): a case system's own lists of
 * today before a yearly return, and of two that speak of today the later one. The first that carries a table leads it:
 *
 * - What the leading source says of an event stands.
 * - A field that it leaves blank is filled from the next source that tells of the same event, unless the blank is an
 *   answer (`own`).
 * - An event that only another source tells of is added when it lies outside the days that the leading source promises:
 *   before its window and over by then, or after its own as-at day. Inside them it is a difference between the
 *   sources, counted and shown, and not added.
 * - Something still open in an older source, of which the leading one says nothing, has ended since on a day that no one
 *   tells: it is not added.
 *
 * Every table of events that more than one standard carries. Tables that are not here (who holds a child, care leavers,
 * adopters: what is so on the day) come from the source that leads them alone.
 */
export const MERGED: Readonly<Record<string, Merging>> = {
  contacts: merging('contact_date', { id: 'contact_id' }),
  early_help_episodes: merging('start_date', { id: 'episode_id', end: 'end_date' }),
  referrals: merging('referral_date', { id: 'referral_id', own: ['artificial'] }),
  cin_episodes: merging('referral_date', {
    id: 'episode_id',
    end: 'close_date',
    own: ['close_reason', 'case_status'],
  }),
  cin_assessments: merging('start_date', {
    id: 'assessment_id',
    end: 'auth_date',
    links: { referral_id: 'referrals' },
    own: ['outcome_nfa'],
  }),
  cin_plans: merging('start_date', {
    id: 'cin_plan_id',
    end: 'end_date',
    links: { episode_id: 'cin_episodes' },
  }),
  cin_visits: merging('visit_date'),
  s47_enquiry: merging('start_date', { id: 's47_enquiry_id' }),
  initial_cp_conference: merging('icpc_date', { id: 'icpc_id', links: { s47_enquiry_id: 's47_enquiry' } }),
  cp_plans: merging('start_date', { id: 'cp_plan_id', end: 'end_date' }),
  cp_visits: merging('visit_date', { links: { cp_plan_id: 'cp_plans' } }),
  cp_reviews: merging('review_date', { links: { cp_plan_id: 'cp_plans' } }),
  cla_periods: merging('start_date', { id: 'cla_id', end: 'end_date', own: ['end_reason'] }),
  legal_status: merging('start_date', { end: 'end_date', links: { cla_id: 'cla_periods' } }),
  cla_placement: merging('start_date', { end: 'end_date', links: { cla_id: 'cla_periods' } }),
  cla_reviews: merging('review_date', { links: { cla_id: 'cla_periods' } }),
  cla_visits: merging('visit_date', { links: { cla_id: 'cla_periods' } }),
  cla_health: merging('check_date', { by: ['check_type'], links: { cla_id: 'cla_periods' } }),
  missing_episodes: merging('start_date', { id: 'episode_id', end: 'end_date' }),
}

/**
 * Tables whose rows are part of a row of another: they come from the first source that carries them, and go with that
 * row. Of one that is not in the dataset they are left out.
 */
export const PARTS: Readonly<Record<string, { link: string; parent: string }>> = {
  contact_outcomes: { link: 'contact_id', parent: 'contacts' },
  assessment_factors: { link: 'assessment_id', parent: 'cin_assessments' },
  missing_interviews: { link: 'episode_id', parent: 'missing_episodes' },
}
