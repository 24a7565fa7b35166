interface RoleWords {
  readonly title: string
  /** What the person may see, in the words of the sign-in page. */
  readonly sees: string
}

/** `permission.ts` says what each role may do; a person's scope says which children they may open. */
export const ROLES = {
  director: {
    title: 'Director',
    sees: 'figures and the pack, no child',
  },
  board_member: { title: 'Board member', sees: 'figures and the pack, no child' },
  programme_manager: {
    title: 'Programme manager',
    sees: 'everything without a child in it',
  },
  head_of_service: {
    title: 'Head of service',
    sees: 'own service’s children',
  },
  team_manager: {
    title: 'Team manager',
    sees: 'own team’s children',
  },
  social_worker: {
    title: 'Social worker',
    sees: 'own cases',
  },
  reviewing_officer: {
    title: 'Reviewing officer',
    sees: 'cases they chair',
  },
  auditor: {
    title: 'Auditor',
    sees: 'cases drawn for them',
  },
  childrens_rights: {
    title: 'Children’s rights officer',
    sees: 'missing children',
  },
  panel_adviser: { title: 'Adoption panel adviser', sees: 'the panel’s items' },
  finance_partner: {
    title: 'Finance partner',
    sees: 'money and posts',
  },
  hr_partner: { title: 'HR partner', sees: 'money and posts' },
  data_team: {
    title: 'Data team',
    sees: 'everything loaded, no names',
  },
  administrator: {
    title: 'Administrator',
    sees: 'people and who looked at what, no child',
  },
  operator: { title: 'Command line', sees: 'everything' },
} as const satisfies Record<string, RoleWords>

export type Role = keyof typeof ROLES
export const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text)
