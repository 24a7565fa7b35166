import { definePermission } from '../../../src/access/index.ts'
import { formatDay } from '../../../src/platform/day.ts'
import { choice, day, defineRecord, paragraph, pence, text } from '../../../src/records/index.ts'

export const readVisits = definePermission({
  id: 'royal-visits:read',
  allows: 'see royal visits',
  roles: ['director', 'programme_manager'],
})
export const writeVisits = definePermission({
  id: 'royal-visits:write',
  allows: 'add and change royal visits',
  roles: ['programme_manager'],
})

export const royalVisit = defineRecord({
  name: 'royal_visit', // of its table and its history
  idPrefix: 'roy',
  words: { one: 'royal visit', many: 'royal visits' },
  permissions: { read: readVisits, write: writeVisits },
  fields: {
    visitedOn: day({ label: 'Day of the visit', required: 'Enter the day of the visit' }),
    team: text({ label: 'Team', hint: 'As the case system writes it', required: 'Enter the team' }),
    outcome: choice({
      label: 'What came of it',
      choices: { good: 'Good', worrying: 'Worrying' },
      required: 'Choose what came of it',
    }),
    costPence: pence({ label: 'Cost' }), // may be left empty, so it is null then
    notes: paragraph({ label: 'What was seen' }),
  },
  named: ({ team, visitedOn }) => `${team}, ${formatDay(visitedOn)}`,
  order: (left, right) => (left.visitedOn < right.visitedOn ? 1 : -1), // newest first
  check: ({ visitedOn }, { today }) =>
    visitedOn > today ? { visitedOn: 'The day of the visit must be today or earlier' } : {},
})
