export { definePermission, type Permission } from './permission.ts'
export { ROLES, isRole, type Role } from './role.ts'
export { may, operator, type Person, type Scope } from './person.ts'
export { allow, LacksPermission, rolesThatMay, type Pass } from './pass.ts'
export type { VisitorEnv, WebEnv } from './web-env.ts'
export type { AccessLine } from './access-line.ts'
export { landingPage, sectionsFor } from './navigation.ts'
export { digestKinds, digestLinesFor, type DigestKind, type DigestLine, type DigestWeek } from './digest.ts'
export { homeKinds, homePartsFor, type HomeKind, type HomePart } from './home.ts'
export { searchKindsFor, type SearchKind, type SearchResult } from './search.ts'

export { accessMigrations } from './migrations.ts'
export { councilClock, DEMONSTRATION_PASSWORD, UNNAMED_COUNCIL, type Council } from './council.ts'
export { caseSystemFault, caseSystemHref } from './case-system.ts'
export { getCouncil, saveCouncil } from './council-store.ts'

export {
  checkPassword,
  checkPerson,
  fieldsOf,
  GIVEN_ROLES,
  PERSON_FIELDS,
  describeScope,
  type PersonDraft,
  type PersonFields,
} from './person-draft.ts'
export { ASSIGNED, isInForce, waitsForChildren, type Assignment, type AssignmentKind } from './assignment.ts'
export {
  assigned,
  commandLine,
  endAssignment,
  giveChildren,
  handOver,
  listAssignments,
  type NewAssignment,
} from './assignment-store.ts'
export {
  describeWithheld,
  describeWithheldRows,
  forCounts,
  isRestricted,
  namesRestricted,
  numberKey,
  type Restriction,
} from './restriction.ts'
export {
  changeNamed,
  endRestriction,
  listRestrictions,
  restrictChild,
  type NewRestriction,
} from './restriction-store.ts'
export type { Account } from './person-row.ts'
export { unknownTeams } from './team-names.ts'
export {
  accountById,
  changeOwnPassword,
  changePerson,
  createPerson,
  demonstrationPeople,
  listPeople,
  resetPassword,
  setActive,
} from './person-store.ts'

export type { AccountLink } from './account-links.ts'
export { countTry, signIn, signInAs } from './sign-in.ts'
export { csrfMatches, csrfOf, IDLE_MINUTES, MAX_SESSION_HOURS, newToken } from './session.ts'
export { closeSession, sessionPerson } from './session-store.ts'

export type { AccessEntry, ChainState, ChildRead } from './access-log.ts'
export {
  LOG_PAGE_ROWS,
  readAccessLog,
  recordAuditEvent,
  recordRead,
  verifyAccessLog,
  whoSaw,
} from './access-log-store.ts'
