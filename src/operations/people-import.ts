import { randomInt } from 'node:crypto'
import {
  allow,
  changePerson,
  checkPerson,
  createPerson,
  describeScope,
  GIVEN_ROLES,
  listPeople,
  PERSON_FIELDS,
  ROLES,
  unknownTeams,
  type Account,
  type Pass,
  type PersonDraft,
  type PersonFields,
} from '../access/index.ts'
import { csvRows, FileFault } from '../intake/index.ts'
import { readDayAsWritten } from '../platform/command/argument.ts'
import { formatDay, type Day } from '../platform/day.ts'
import { Refused, Stale, type Checked } from '../platform/errors.ts'
import { describeUnknown } from '../platform/nearest.ts'
import type { Services } from '../platform/room.ts'

/** The first row of a file of people, as the template has it. */
export const PEOPLE_COLUMNS = [
  'name',
  'email',
  'role',
  'service',
  'teams',
  'worker',
  'children',
  'start',
] as const

export const PEOPLE_TEMPLATE = `${PEOPLE_COLUMNS.join(',')}\nTeam manager North 2,name@example.gov.uk,team_manager,,"North 2, North 3",,,\n`

const OTHER_NAMES: Readonly<Record<string, string>> = {
  'e-mail': 'email',
  'email address': 'email',
  'e-mail address': 'email',
  team: 'teams',
  'worker code': 'worker',
  'start date': 'start',
  'starts on': 'start',
}

interface PersonRow {
  row: number
  draft: PersonDraft
}

/** What a file of people would do, before it does it. */
export interface PeoplePreview {
  added: readonly PersonRow[]
  /** Those who have an account that is not as the file says. */
  changed: readonly (PersonRow & { account: Account; what: string })[]
  unchanged: number
  refused: readonly { row: number; why: string }[]
}

type Deps = Pick<Services, 'records' | 'clock' | 'ask'>

/** Compares a file of people with the accounts that there are, and changes nothing. */
export async function previewPeople(
  deps: Deps,
  pass: Pass<'people:write'>,
  content: Uint8Array,
): Promise<Checked<PeoplePreview>> {
  const table = readTable(content)
  if (!table.ok) return table
  const accounts = await listPeople(deps.records, allow(pass.person, 'people:read'))
  const known = new Map(accounts.map((account) => [account.email, account]))
  const added: PersonRow[] = []
  const changed: (PersonRow & { account: Account; what: string })[] = []
  const refused: { row: number; why: string }[] = []
  const seen = new Map<string, number>()
  let unchanged = 0
  for (const { row, cells } of table.value) {
    const read = await readPerson(deps, cells)
    if (!read.ok) {
      refused.push({ row, why: Object.values(read.errors).join('. ') })
      continue
    }
    const draft = read.value
    const first = seen.get(draft.email)
    seen.set(draft.email, first ?? row)
    const account = known.get(draft.email)
    const what = account && describeDifference(account, draft)
    if (first !== undefined) refused.push({ row, why: `${draft.email} is here twice, first in row ${first}` })
    else if (!account) added.push({ row, draft })
    else if (account.person.id === pass.person.id && account.person.role !== draft.role)
      refused.push({ row, why: 'You cannot change your own role. Ask another administrator to do it' })
    else if (what) changed.push({ row, draft, account, what })
    else unchanged += 1
  }
  return { ok: true, value: { added, changed, unchanged, refused } }
}

type Cells = Readonly<Record<string, string>>

function readTable(content: Uint8Array): Checked<{ row: number; cells: Cells }[]> {
  let rows: readonly (readonly string[])[]
  try {
    rows = csvRows(content)
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    return { ok: false, errors: { file: error.message } }
  }
  const [head = [], ...body] = rows
  const columns = head.map((name) => {
    const written = name.trim().toLowerCase()
    return OTHER_NAMES[written] ?? written
  })
  const unknown = columns.find((name) => name !== '' && !PEOPLE_COLUMNS.some((known) => known === name))
  if (unknown !== undefined)
    return { ok: false, errors: { file: describeUnknown('column', unknown, PEOPLE_COLUMNS) } }
  const missing = ['name', 'email', 'role'].filter((name) => !columns.includes(name))
  if (missing.length > 0)
    return {
      ok: false,
      errors: { file: `The first row must name the columns: it lacks ${missing.join(', ')}` },
    }
  return {
    ok: true,
    value: body
      .map((cells, index) => ({
        row: index + 2,
        cells: Object.fromEntries(columns.map((name, column) => [name, (cells[column] ?? '').trim()])),
      }))
      .filter(({ cells }) => Object.values(cells).some((cell) => cell !== '')),
  }
}

async function readPerson({ ask, clock }: Deps, cells: Cells): Promise<Checked<PersonDraft>> {
  const fields = Object.fromEntries(PERSON_FIELDS.map((field) => [field, cells[field] ?? ''])) as PersonFields
  const draft = checkPerson({ ...fields, role: roleOf(fields.role) })
  const start = startFault(cells['start'] ?? '', clock.today())
  if (!draft.ok) return start ? { ok: false, errors: { ...draft.errors, start } } : draft
  const teams = await unknownTeams(ask, draft.value.scope)
  const errors = { ...(teams && { teams }), ...(start && { start }) }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : draft
}

/** A role by its code, or by the title that pages give it. */
const roleOf = (text: string): string =>
  GIVEN_ROLES.find((role) => ROLES[role].title.toLowerCase() === text.toLowerCase()) ?? text.toLowerCase()

function startFault(text: string, today: Day): string | null {
  if (text === '') return null
  const day = readDayAsWritten(text)
  if (!day) return `The start must be a real day, like 2015-03-01; this was "${text}"`
  return day > today ? `They start on ${formatDay(day)}: bring the row in on that day` : null
}

/** What of an account is not as a file says; null when all is. */
function describeDifference({ person }: Account, draft: PersonDraft): string | null {
  const was = [person.name, ROLES[person.role].title, describeScope(person.scope)]
  const now = [draft.name, ROLES[draft.role].title, describeScope(draft.scope)]
  const differing = was.flatMap((text, index) =>
    text === now[index] ? [] : [`${text} becomes ${now[index]}`],
  )
  return differing.length > 0 ? differing.join('; ') : null
}

/** A password that is told to one person once. */
export interface FirstPassword {
  name: string
  email: string
  password: string
}

/** What became of a file of people: nothing that was done is lost when a row could not be. */
export interface PeopleBroughtIn {
  passwords: readonly FirstPassword[]
  changed: number
  /** Rows whose account somebody else wrote in the meantime. */
  failed: readonly { row: number; why: string }[]
}

/** Opens the accounts that a preview adds, and changes those that it names when that is asked for. */
export async function bringInPeople(
  { records, clock }: Pick<Deps, 'records' | 'clock'>,
  pass: Pass<'people:write'>,
  preview: PeoplePreview,
  { change }: { change: boolean },
): Promise<PeopleBroughtIn> {
  const passwords: FirstPassword[] = []
  const failed: { row: number; why: string }[] = []
  let changed = 0
  for (const { row, draft } of preview.added) {
    const password = firstPassword()
    const made = await createPerson(records, clock, pass, { ...draft, password })
    if (made.ok) passwords.push({ name: draft.name, email: draft.email, password })
    else failed.push({ row, why: Object.values(made.errors).join('. ') })
  }
  for (const { row, account, draft } of change ? preview.changed : []) {
    try {
      await changePerson(records, clock, pass, account.person.id, account.version, draft)
      changed += 1
    } catch (error) {
      // The passwords above are shown once: an account that another person wrote meanwhile must not take them away.
      if (!(error instanceof Stale || error instanceof Refused)) throw error
      failed.push({ row, why: error.message })
    }
  }
  return { passwords, changed, failed }
}

/** Without letters and digits that are taken for each other. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'

const firstPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join(''),
  ).join('-')
