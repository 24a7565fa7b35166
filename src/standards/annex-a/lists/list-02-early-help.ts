import { column } from '../../table.ts'
import { annexAListOf } from '../list-spec.ts'
import { child } from './shared-columns.ts'

/** Early Help: one row per assessment; many per child allowed; authorities differ in what they count. */
export const earlyHelp = annexAListOf({
  number: 2,
  name: 'Early Help',
  sheetNames: ['Early Help', 'early_help_assessments'],
  naturalKey: ['child_id', 'assessment_start_date'],
  subject: 'child_id',
  eventDate: 'assessment_start_date',
  sequences: [['assessment_start_date', 'assessment_end_date']],
  fields: [
    ...child,
    column('assessment_start_date', 'Assessment start date', 'date', {
      required: true,
      aliases: ['eha_startdate'],
    }),
    column('assessment_end_date', 'Assessment completion date', 'date', { aliases: ['eha_completeddate'] }),
    column('organisation', 'Organisation completing assessment', 'string', { required: true }),
  ],
})
