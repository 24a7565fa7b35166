import { PERMISSIONS, type Permission } from './permission.ts'

interface RoleRights {
  /** As the screen says it. */
  readonly title: string
  /** What the person may see, in the words of the sign-in page. */
  readonly sees: string
  readonly permissions: readonly Permission[]
}

const READER: readonly Permission[] = ['figures:read', 'plan:read', 'report:read']

/** Who uses Waymark, and what each role may do. Which children they may open is their scope's business. */
export const ROLES = {
  director: {
    title: 'Director',
    sees: 'figures and the pack, no child',
    permissions: [...READER, 'small-numbers:read', 'report:draft', 'report:issue', 'plan:confirm'],
  },
  board_member: { title: 'Board member', sees: 'figures and the pack, no child', permissions: READER },
  programme_manager: {
    title: 'Programme manager',
    sees: 'everything without a child in it',
    permissions: [
      ...READER,
      'small-numbers:read',
      'plan:write',
      'plan:confirm',
      'report:draft',
      'report:issue',
      'load:read',
      'targets:write',
      'people:read',
    ],
  },
  head_of_service: {
    title: 'Head of service',
    sees: 'own service’s children',
    permissions: [
      ...READER,
      'small-numbers:read',
      'cases:read',
      'plan:write',
      'report:draft',
      'load:read',
      'targets:write',
    ],
  },
  team_manager: {
    title: 'Team manager',
    sees: 'own team’s children',
    permissions: [...READER, 'small-numbers:read', 'cases:read', 'plan:write'],
  },
  social_worker: {
    title: 'Social worker',
    sees: 'own cases',
    permissions: [...READER, 'small-numbers:read', 'cases:read'],
  },
  reviewing_officer: {
    title: 'Reviewing officer',
    sees: 'cases they chair',
    permissions: [...READER, 'small-numbers:read', 'cases:read'],
  },
  auditor: {
    title: 'Auditor',
    sees: 'cases drawn for them',
    permissions: [...READER, 'small-numbers:read', 'cases:read'],
  },
  childrens_rights: {
    title: 'Children’s rights officer',
    sees: 'missing children',
    permissions: [...READER, 'small-numbers:read', 'cases:read'],
  },
  panel_adviser: { title: 'Adoption panel adviser', sees: 'the panel’s items', permissions: READER },
  finance_partner: {
    title: 'Finance partner',
    sees: 'money and posts',
    permissions: [...READER, 'report:draft'],
  },
  hr_partner: { title: 'HR partner', sees: 'money and posts', permissions: [...READER, 'report:draft'] },
  data_team: {
    title: 'Data team',
    sees: 'everything loaded, no names',
    permissions: [...READER, 'small-numbers:read', 'cases:read', 'load:read', 'load:write', 'report:draft'],
  },
  administrator: {
    title: 'Administrator',
    sees: 'people and who looked at what, no child',
    permissions: ['people:read', 'people:write', 'access-log:read'],
  },
  operator: { title: 'Command line', sees: 'everything', permissions: PERMISSIONS },
} as const satisfies Record<string, RoleRights>

export type Role = keyof typeof ROLES
export const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text)
