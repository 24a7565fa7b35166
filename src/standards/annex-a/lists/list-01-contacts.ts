import { column } from '../../table.ts'
import { annexAListOf } from '../list-spec.ts'
import { child } from './shared-columns.ts'

/** Contacts: one row per child per contact; a child may appear many times. */
export const contacts = annexAListOf({
  number: 1,
  name: 'Contacts',
  sheetNames: ['Contacts'],
  naturalKey: ['child_id', 'contact_date', 'contact_source'],
  subject: 'child_id',
  eventDate: 'contact_date',
  sequences: [],
  fields: [
    ...child,
    column('contact_date', 'Date of Contact', 'date', {
      required: true,
      aliases: ['contact_dttm'],
      patterns: [/date.*contact/i],
    }),
    column('contact_source', 'Contact Source', 'category', {
      required: true,
      codeSet: 'contact_source',
      patterns: [/contact.*source/i],
    }),
  ],
})
