import { column } from '../../table.ts'
import { annexAListOf } from '../list-spec.ts'
import { allocated, child, disability } from './shared-columns.ts'

/** Section 47 enquiries and Initial Child Protection Conferences: one row per enquiry. */
export const section47 = annexAListOf({
  number: 5,
  name: 'Section 47 enquiries and Initial Child Protection Conferences',
  sheetNames: ['Sec47 and ICPC', 'section_47'],
  naturalKey: ['child_id', 's47_start_date'],
  subject: 'child_id',
  eventDate: 's47_start_date',
  sequences: [['s47_start_date', 'icpc_date']],
  fields: [
    ...child,
    disability,
    column('s47_start_date', 'Strategy discussion initiating Section 47 Enquiry Start Date', 'date', {
      required: true,
      aliases: ['StratDiscussionDate', 'Section 47 Enquiry Start Date', 'startdate'],
      patterns: [/Section 47 Enquiry Start Date/i],
    }),
    column('icpc_unnecessary', 'Was an Initial Child Protection Conference deemed unnecessary?', 'boolean', {
      codeSet: 'yes_no',
      aliases: ['InitialCPConfUnnecessary', 'Initial Child Protection Conference Not Required'],
      patterns: [/Initial Child Protection Conference Not Required/i],
    }),
    column('icpc_date', 'Date of Initial Child Protection Conference', 'date', {
      aliases: ['InitialCPConfDate', 'cpdate'],
    }),
    column(
      'icpc_resulted_in_plan',
      'Did the Initial Child Protection Conference Result in a Child Protection Plan',
      'boolean',
      { codeSet: 'yes_no', aliases: ['CPConfResultInCPPlan'] },
    ),
    column('s47_last_12_months', 'Number of Section 47 Enquiries in the last 12 months', 'integer', {
      required: true,
      aliases: ['NumberS47s12m', 'CountS47s12m'],
    }),
    column('icpcs_last_12_months', 'Number of ICPCs in the last 12 months', 'integer', {
      required: true,
      aliases: ['NumberICPCs12m', 'CountICPCs12m'],
    }),
    ...allocated,
  ],
})
