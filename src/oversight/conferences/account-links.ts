import { may, type AccountLink, type Person } from '../../access/index.ts'
import { ownCalendar } from './permissions.ts'

/** The calendar address, on the page of a person's own account. */
export const calendarLinks = (person: Person): AccountLink[] =>
  may(person, ownCalendar)
    ? [{ text: 'Your calendar', href: '/calendar', note: 'conferences and reviews in your own calendar' }]
    : []
