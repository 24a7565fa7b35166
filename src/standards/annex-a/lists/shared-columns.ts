import { column } from '../../table.ts'

/** Columns that several lists open or close with. */
export const childId = column('child_id', 'Child Unique ID', 'id', {
  required: true,
  aliases: ['Child ID'],
  patterns: [/\bchild\b.*\b(id|identifier)\b|\b(id|identifier)\b.*\bchild\b/i],
})
export const gender = column('gender', 'Gender', 'category', { required: true, codeSet: 'gender' })
export const ethnicity = column('ethnicity', 'Ethnicity', 'category', {
  required: true,
  codeSet: 'ethnicity',
})
/** The expected day of an unborn child; ages and splits rest on it, so a blank is worth saying. */
export const dateOfBirth = column('date_of_birth', 'Date of Birth', 'date', {
  mayLieAhead: true,
  required: true,
  aliases: ['dob'],
  patterns: [/date.*birth/i],
})
/** Whole years at the last birthday, -1 for an unborn child. Never trusted over the date of birth. */
export const age = column('age_years', 'Age of Child (Years)', 'age', {
  aliases: ['Age'],
  patterns: [/\bage\b/i],
})
export const disability = column('disability', 'Does the Child have a Disability', 'category', {
  required: true,
  codeSet: 'disability',
  aliases: ['HasDisability', 'DISABILITY'],
})
const allocatedTeam = column('allocated_team', 'Allocated Team', 'string', { required: true })
const allocatedWorker = column('allocated_worker', 'Allocated Worker', 'string', { required: true })
export const child = [childId, gender, ethnicity, dateOfBirth, age]
export const allocated = [allocatedTeam, allocatedWorker]
