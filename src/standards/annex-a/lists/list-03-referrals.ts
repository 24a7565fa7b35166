import { column } from '../../table.ts'
import { annexAListOf } from '../list-spec.ts'
import { allocated, child } from './shared-columns.ts'

/** Referral: one row per referral. */
export const referrals = annexAListOf({
  number: 3,
  name: 'Referrals',
  sheetNames: ['Referrals', 'Referral'],
  naturalKey: ['child_id', 'referral_date', 'referral_source'],
  subject: 'child_id',
  eventDate: 'referral_date',
  sequences: [],
  fields: [
    ...child,
    column('referral_date', 'Date of referral', 'date', {
      required: true,
      aliases: ['ReferralDate', 'refrl_start_dttm'],
      patterns: [/date of.*referral/i],
    }),
    column('referral_source', 'Referral Source', 'category', {
      required: true,
      codeSet: 'contact_source',
      aliases: ['Contact / Referral Source'],
      patterns: [/referral.*source/i],
    }),
    column('referral_nfa', 'Referral NFA?', 'boolean', { required: true, codeSet: 'referral_nfa' }),
    column('referrals_last_12_months', 'Number of Referrals in Last 12 Months', 'integer', {
      required: true,
      aliases: ['ReferralsLast12Months', 'count_12months'],
    }),
    ...allocated,
  ],
})
