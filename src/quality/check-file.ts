const SEVERITIES = ['warning', 'note'] as const
/** `warning`: to be put right. `note`: may well be true, and is worth a look. */
export type Severity = (typeof SEVERITIES)[number]

const DOUBTS = ['figure', 'split', 'none'] as const
/**
 * What a fault makes doubtful in a measure that counts the row: its figure; or only under which team and worker it
 * stands; or nothing.
 */
export type Doubt = (typeof DOUBTS)[number]

/** A table of the dataset, and the assignments that put its faulty rows right as far as it can be guessed. */
export interface Repair {
  table: string
  /** `start_date = end_date, end_date = start_date` */
  set: string
}

/** A row that is missing from a table of the dataset beside the faulty one `q` of `quality_case`. */
export interface Addition {
  table: string
  /** `[['episode_id', 'q.case_id'], ['referral_date', 'q.on_date']]` */
  values: readonly (readonly [column: string, expression: string])[]
}

/** One check on the dataset: a file of SQL, its header read by people and by the program. */
export interface CheckFile {
  id: string
  /** What is wrong with the rows that it finds. */
  title: string
  severity: Severity
  /** What it does to measures, in words. */
  does: string
  /** What to do about it. */
  remedy: string
  /** `table.column`: it is not run unless the sources carry all of them. */
  needs: readonly string[]
  /** `table.column`: nor unless they carry one of these; none when it says none. */
  anyOf: readonly string[]
  doubt: Doubt
  /**
   * How a row is put right to see which measures leave it out: these are worked out once more, with the days of its
   * child put right. Empty when no measure leaves such rows out.
   */
  repairs: readonly Repair[]
  /** Null when nothing is missing. */
  adds: Addition | null
  /** Answers `table_name, child_key, case_id, on_date, what, file, sheet, row_number`, one row per fault. */
  sql: string
}

const FIELDS = ['title', 'severity', 'does', 'to do', 'needs', 'any of', 'doubt', 'repair', 'adds'] as const
type FieldName = (typeof FIELDS)[number]
const REQUIRED: readonly FieldName[] = ['title', 'severity', 'does', 'to do']

/** Reads one check's file. Throws an Error that names file and line. */
export function readCheck(id: string, text: string): CheckFile {
  const said = readFields(id, text)
  const fail = (message: string): Error => new Error(`${id}.sql: ${message}`)
  const choice = <T extends string>(name: FieldName, from: readonly T[], otherwise?: T): T => {
    const value = from.find((each) => each === said.get(name)) ?? (said.has(name) ? undefined : otherwise)
    if (value === undefined) throw fail(`'${name}' is one of ${from.join(', ')}`)
    return value
  }
  for (const name of REQUIRED) if (!said.has(name)) throw fail(`the header does not say '${name}'`)
  const list = (name: FieldName): string[] => said.get(name)?.split(/,\s*/) ?? []
  const needs = list('needs')
  const anyOf = list('any of')
  if (needs.length + anyOf.length === 0) throw fail('the header does not say which fields it needs')
  return {
    id,
    title: said.get('title')!,
    severity: choice('severity', SEVERITIES),
    does: said.get('does')!,
    remedy: said.get('to do')!,
    needs,
    anyOf,
    doubt: choice('doubt', DOUBTS, 'figure'),
    repairs: (said.get('repair')?.split(/;\s*/) ?? []).map((repair) => assigned(repair, fail)),
    adds: said.has('adds') ? additionOf(assigned(said.get('adds')!, fail)) : null,
    sql: text.replace(/;\s*$/, ''),
  }
}

function assigned(text: string, fail: (message: string) => Error): Repair {
  const [, table, set] = /^([a-z0-9_]+): (.+)$/.exec(text) ?? []
  if (!table || !set) throw fail(`a repair is written 'table: column = value': ${text}`)
  return { table, set }
}

const additionOf = ({ table, set }: Repair): Addition => ({
  table,
  values: set.split(/,\s*/).map((each) => {
    const [column = '', expression = ''] = each.split(' = ')
    return [column, expression] as const
  }),
})

/** A field is a word or two and a colon; a line that goes on from the one before it is indented past the words. */
function readFields(id: string, text: string): Map<FieldName, string> {
  const said = new Map<FieldName, string>()
  let last: FieldName | null = null
  const lines = text.split('\n')
  for (const [at, line] of lines
    .slice(
      0,
      lines.findIndex((each) => !each.startsWith('--')),
    )
    .entries()) {
    const [, name, value] = /^-- ([a-z]+(?: [a-z]+)?):\s+(\S.*)$/.exec(line) ?? []
    const field = FIELDS.find((each) => each === name)
    const more = /^--\s{5,}(\S.*)$/.exec(line)?.[1]
    if (field && !said.has(field)) {
      said.set(field, value!.trim())
      last = field
    } else if (more && last) said.set(last, `${said.get(last)} ${more.trim()}`)
    else throw new Error(`${id}.sql:${at + 1}: this is no field of a check's header, or is said twice`)
  }
  return said
}
