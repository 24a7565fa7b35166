/** What a person may do. A role carries some of them; a store function asks for one by name. */
export const PERMISSIONS = [
  'small-numbers:read', // counts of 1 to 5 as they are: for who answers for the service
  'figures:read', // measures, the tracker, charts: never a child
  'cases:read', // lists and records about children, within the person's scope
  'plan:read',
  'plan:write',
  'plan:confirm', // confirm a rating that an owner proposed
  'report:read', // the issued report
  'report:draft', // read and write the draft and its marks
  'report:issue',
  'load:read', // loads, their problems and completeness
  'load:write', // bring files in
  'people:read',
  'people:write',
  'access-log:read',
  'targets:write',
] as const

export type Permission = (typeof PERMISSIONS)[number]
