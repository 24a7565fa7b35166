import type { Role } from './role.ts'

export interface PermissionDefinition<Id extends string = string> {
  readonly id: Id
  /** What it allows, as the handbook prints it. */
  readonly allows: string
  /** Who holds it. Which children they may open depends on their scope. */
  readonly roles: readonly Role[]
}

/** A permission of one room: list it in the room's value, and pass this value to `allow`. */
export const definePermission = <Id extends string>(
  definition: PermissionDefinition<Id>,
): PermissionDefinition<Id> => definition

const READERS = [
  'director',
  'board_member',
  'programme_manager',
  'head_of_service',
  'team_manager',
  'social_worker',
  'reviewing_officer',
  'auditor',
  'childrens_rights',
  'panel_adviser',
  'finance_partner',
  'hr_partner',
  'data_team',
] as const
const SEE_CHILDREN = [
  'head_of_service',
  'team_manager',
  'social_worker',
  'reviewing_officer',
  'auditor',
  'childrens_rights',
  'data_team',
] as const

/** The permissions that several rooms use. */
const SHARED = {
  'small-numbers:read': {
    allows: 'see percentages of fewer than 10 cases, and figures about fewer than 5 workers',
    roles: ['director', 'programme_manager', ...SEE_CHILDREN],
  },
  'figures:read': { allows: 'see measures, the tracker and charts, never a child', roles: READERS },
  'cases:read': {
    allows: 'see lists and records about children, within their scope',
    roles: SEE_CHILDREN,
  },
  'plan:read': { allows: 'see the plan', roles: READERS },
  'plan:write': {
    allows: 'change the plan',
    roles: ['programme_manager', 'head_of_service', 'team_manager'],
  },
  'plan:confirm': {
    allows: 'confirm a rating that an owner proposed',
    roles: ['director', 'programme_manager'],
  },
  'report:read': { allows: 'see an issued Board report', roles: READERS },
  'report:draft': {
    allows: 'see and write the draft of a Board report',
    roles: ['director', 'programme_manager', 'head_of_service', 'finance_partner', 'hr_partner', 'data_team'],
  },
  'report:issue': { allows: 'issue a Board report', roles: ['director', 'programme_manager'] },
  'load:read': {
    allows: 'see loads, their problems and how complete they are',
    roles: ['programme_manager', 'head_of_service', 'data_team'],
  },
  'load:write': { allows: 'bring files in, and delete them', roles: ['data_team'] },
  'people:read': { allows: 'see who has an account', roles: ['programme_manager', 'administrator'] },
  'people:write': { allows: 'open, change and close accounts', roles: ['administrator'] },
  'assignments:write': {
    allows: 'give children to reviewing officers, auditors and children’s rights officers',
    roles: ['head_of_service', 'administrator'],
  },
  'restrictions:write': {
    allows: 'restrict a child’s record to named people, and end that',
    roles: ['administrator'],
  },
  'access-log:read': { allows: 'see who looked at what', roles: ['administrator'] },
  'targets:write': {
    allows: 'set targets, and how charts are read',
    roles: ['programme_manager', 'head_of_service'],
  },
} as const satisfies Record<string, Omit<PermissionDefinition, 'id'>>

type SharedPermission = keyof typeof SHARED

/** A shared permission by its name, or the permission of one room by its value. */
export type Permission = SharedPermission | PermissionDefinition

export const SHARED_PERMISSIONS: readonly PermissionDefinition[] = Object.entries(SHARED).map(
  ([id, definition]) => ({ id, ...definition }),
)

export const definitionOf = (permission: Permission): Omit<PermissionDefinition, 'id'> =>
  typeof permission === 'string' ? SHARED[permission] : permission

/** The command line holds every permission: a person who can run it on the server can already read the files. */
export const holds = (role: Role, permission: Permission): boolean =>
  role === 'operator' || definitionOf(permission).roles.includes(role)

declare module '../platform/room.ts' {
  interface Room {
    /** The permissions of this room alone. */
    readonly permissions?: readonly PermissionDefinition[]
  }
  interface NavigationEntry {
    /** Shown to those who hold it. */
    readonly needs: Permission
  }
}
