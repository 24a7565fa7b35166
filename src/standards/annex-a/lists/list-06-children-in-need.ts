import { column } from '../../table.ts'
import { annexAListOf } from '../list-spec.ts'
import { allocated, child, disability } from './shared-columns.ts'

/** Children in Need: one row per child: the most recent episode of need. */
export const childrenInNeed = annexAListOf({
  number: 6,
  name: 'Children in Need',
  sheetNames: ['Children in Need'],
  naturalKey: ['child_id', 'cin_start_date'],
  subject: 'child_id',
  eventDate: 'cin_start_date',
  sequences: [['cin_start_date', 'cin_closure_date']],
  fields: [
    ...child,
    disability,
    column('cin_start_date', 'CIN Start Date', 'date'),
    column('primary_need', 'Primary Need Code', 'category', { required: true, codeSet: 'primary_need' }),
    column('last_seen_date', 'Date Child Was Last Seen', 'date', { aliases: ['DateChildLastSeen'] }),
    column('cin_closure_date', 'CIN Closure Date', 'date'),
    column('closure_reason', 'Reason for Closure', 'category', { codeSet: 'reason_for_closure' }),
    column('case_status', 'Case status', 'category', { required: true, codeSet: 'case_status' }),
    ...allocated,
  ],
})
