import { ROLES, isRole, type Role } from '../../access/index.ts'
import { formatDay, type Day } from '../../platform/day.ts'
import {
  day,
  defineRecord,
  instant,
  paragraph,
  parent,
  text,
  whole,
  type RecordOf,
} from '../../records/index.ts'
import { confirmGuidance, issueGuidance, recordBriefings } from './permissions.ts'

export const GUIDANCE_AT = '/guidance'
export const VERSIONS_AT = '/guidance-versions'
export const BRIEFINGS_AT = '/guidance-briefings'
export const guidanceHref = (id: string, below = ''): string => `${GUIDANCE_AT}/${id}${below}`

/** Working days that people have to read and confirm, until a council says otherwise. */
const CONFIRM_WITHIN = 10

const linesOf = (written: string): string[] =>
  written
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const roleTitled = (title: string): Role | null => {
  const found = Object.entries(ROLES).find(([, words]) => words.title.toLowerCase() === title.toLowerCase())
  return found && isRole(found[0]) && confirmGuidance.roles.includes(found[0]) ? found[0] : null
}

const ROLE_TITLES = confirmGuidance.roles.map((role) => ROLES[role].title)

function rolesFault(written: string): string | null {
  const unknown = linesOf(written).filter((title) => roleTitled(title) === null)
  return unknown.length === 0
    ? null
    : `There is no role ${unknown.map((title) => `“${title}”`).join(', ')}: the roles are ${ROLE_TITLES.join(', ')}`
}

/** Guidance for practice: what it is called, for whom it is, and what of the plan it serves. Its text is in its versions. */
export const guidance = defineRecord({
  name: 'guidance',
  idPrefix: 'gui',
  words: { one: 'guidance', many: 'pieces of guidance', a: 'guidance', title: 'Guidance' },
  permissions: { read: 'figures:read', write: issueGuidance },
  fields: {
    title: text({
      label: 'Title',
      required: 'Enter the title',
      unique: (title) =>
        `There is guidance called “${title}” already: add a version to it, or give another title`,
    }),
    roles: paragraph({
      label: 'Roles that it is for',
      hint: 'One on each line, as Waymark names them: Social worker',
      required: 'Enter at least one role',
      rule: rolesFault,
    }),
    teams: paragraph({
      label: 'Teams that it is for',
      hint: 'One on each line, as the case system writes them. Leave it empty for every team',
    }),
    confirmWithin: whole({
      label: 'Working days to read and confirm it',
      hint: 'After that a manager is reminded of those who have not',
      min: 1,
      max: 90,
      required: 'Enter how many working days people have',
    }),
    serves: text({
      label: 'Recommendation or action of the plan that it serves',
      hint: 'Its reference in the plan, like R3 or 3.4. Leave it empty if it serves none',
    }),
  },
  named: 'title',
  start: () => ({ confirmWithin: CONFIRM_WITHIN }),
})
export type Guidance = RecordOf<typeof guidance.fields>

export const rolesOf = ({ roles }: Pick<Guidance, 'roles'>): Role[] =>
  linesOf(roles).flatMap((title) => roleTitled(title) ?? [])
export const teamsOf = ({ teams }: Pick<Guidance, 'teams'>): string[] => linesOf(teams)

const fixed = () => 'A version of guidance never changes: add the next version'

/** What guidance says from a day on. A version never changes, so that what somebody confirmed stays what they read. */
export const guidanceVersion = defineRecord({
  name: 'guidance_version',
  idPrefix: 'guv',
  words: { one: 'version of guidance', many: 'versions of guidance' },
  permissions: { read: 'figures:read', write: issueGuidance },
  parents: {
    guidanceId: parent(() => guidance, {
      label: 'Guidance',
      required: 'Add a version from the page of the guidance',
      fixed,
    }),
  },
  fields: {
    issuedOn: day({ label: 'Issued on', required: 'Enter the day on which it is issued', fixed }),
    fromOn: day({ label: 'In effect from', required: 'Enter the day from which it is in effect', fixed }),
    issuedBy: text({
      label: 'Issued by',
      hint: 'A role, not a name: “Head of Safeguarding”',
      required: 'Enter which role issues it',
      fixed,
    }),
    summary: paragraph({
      label: 'What it says, in short',
      required: 'Enter what it says, in short',
      fixed,
    }),
    link: text({
      label: 'Link to the whole text',
      hint: 'An address that begins with https://. Or write the text below',
      rule: (link) =>
        link === '' || /^https?:\/\/[^\s]+$/.test(link)
          ? null
          : 'The link must be a whole address, like https://intranet.example/guidance',
      fixed,
    }),
    body: paragraph({ label: 'The text', hint: 'Where there is no link', fixed }),
    changed: paragraph({ label: 'What is new since the version before', fixed }),
  },
  listed: ['issuedOn', 'fromOn', 'issuedBy'],
  named: ({ issuedOn }) => `Issued ${formatDay(issuedOn)}`,
  order: (left, right) => (left.issuedOn < right.issuedOn ? 1 : left.issuedOn > right.issuedOn ? -1 : 0),
  check: ({ guidanceId, issuedOn, fromOn, link, body }, _context, others) => ({
    ...(fromOn < issuedOn && { fromOn: 'It is in effect from the day on which it is issued, or later' }),
    ...(link === '' && body === '' && { body: 'Enter the text, or a link to it' }),
    ...(others.some((other) => other.guidanceId === guidanceId && other.issuedOn === issuedOn) && {
      issuedOn: `A version was issued on ${formatDay(issuedOn)} already: withdraw it, or enter another day`,
    }),
  }),
})
export type GuidanceVersion = RecordOf<typeof guidanceVersion.fields>

/** A meeting at which a version was gone through with teams. */
export const guidanceBriefing = defineRecord({
  name: 'guidance_briefing',
  idPrefix: 'gub',
  words: { one: 'briefing', many: 'briefings', title: 'Briefings on guidance' },
  permissions: { read: 'figures:read', write: recordBriefings },
  parents: {
    guidanceVersionId: parent(() => guidanceVersion, {
      label: 'Guidance',
      required: 'Add a briefing from the page of the guidance',
      fixed: () => 'A briefing stays with the version that was gone through',
    }),
  },
  fields: {
    heldOn: day({ label: 'Day', required: 'Enter the day of the briefing' }),
    audience: text({
      label: 'To which teams or roles',
      hint: '“North 1 and North 2”, “Reviewing officers”. No names of people',
      required: 'Enter which teams or roles were briefed',
    }),
    ledBy: text({
      label: 'Led by',
      hint: 'A role, not a name',
      required: 'Enter which role led it',
    }),
    attended: whole({
      label: 'How many came',
      min: 1,
      max: 5000,
      required: 'Enter how many came',
    }),
  },
  named: ({ audience, heldOn }) => `${audience}, ${formatDay(heldOn)}`,
  order: (left, right) => (left.heldOn < right.heldOn ? 1 : left.heldOn > right.heldOn ? -1 : 0),
  check: ({ heldOn }, { today }) =>
    heldOn > today ? { heldOn: 'The day of the briefing must be today or earlier' } : {},
})
export type GuidanceBriefing = RecordOf<typeof guidanceBriefing.fields>

/**
 * Somebody confirmed that they have read a version. Written by their own account alone, and never changed. No page of records
 * shows it: who has confirmed is for managers, and others have counts.
 */
export const guidanceConfirmation = defineRecord({
  name: 'guidance_confirmation',
  idPrefix: 'guc',
  words: { one: 'confirmation', many: 'confirmations' },
  permissions: { read: 'figures:read', write: confirmGuidance },
  parents: {
    guidanceVersionId: parent(() => guidanceVersion, { label: 'Guidance', required: 'Say which version' }),
  },
  fields: {
    personId: text({ label: 'Account', required: 'Say who', hidden: true }),
    confirmedAt: instant({ label: 'Confirmed', required: 'Say when', hidden: true }),
  },
  named: ({ confirmedAt }) => `Confirmed ${confirmedAt}`,
  about: ({ guidanceVersionId }) => guidanceVersionId,
})
export type GuidanceConfirmation = RecordOf<typeof guidanceConfirmation.fields>

export const GUIDANCE_RECORDS = [guidance, guidanceVersion, guidanceBriefing, guidanceConfirmation] as const

/** Versions of one guidance by the day of issue, the first first: the number of each is its place. */
export const versionsOf = (
  { id }: Pick<Guidance, 'id'>,
  versions: readonly GuidanceVersion[],
): GuidanceVersion[] =>
  versions
    .filter(({ guidanceId }) => guidanceId === id)
    .toSorted((left, right) => guidanceVersion.compare(right, left))

/** The version that people are asked to confirm on a day: the latest that was issued by then. */
export const versionOn = (inOrder: readonly GuidanceVersion[], on: Day): GuidanceVersion | null =>
  inOrder.findLast(({ issuedOn }) => issuedOn <= on) ?? null
