import {
  BadDefinition,
  choiceOf,
  listOf,
  optional,
  readDefinition,
  required,
  sqlOf,
  words,
} from '../platform/definition-file.ts'

const SEVERITIES = ['warning', 'note'] as const
/** `warning`: to be put right. `note`: may well be true, and is worth a look. */
export type Severity = (typeof SEVERITIES)[number]

const DOUBTS = ['figure', 'split', 'none'] as const
/**
 * What a fault makes doubtful in a measure that counts the row: its figure; or only its
 * team and worker; or nothing.
 */
type Doubt = (typeof DOUBTS)[number]

/** A table of the dataset, and the assignments that put its faulty rows right as far as it can be guessed. */
export interface Repair {
  table: string
  /** `start_date = end_date, end_date = start_date` */
  set: string
}

/** A row to be added to a table of the dataset for each faulty one, which is `q` of `quality_case`. */
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

/** `cin_episodes: close_date = null` */
function readRepair(text: string): Repair | null {
  const [, table, set] = /^([a-z0-9_]+): (.+)$/.exec(text) ?? []
  return table && set ? { table, set } : null
}

function readRepairs(text: string): Repair[] | null {
  const repairs = text.split(/;\s*/).map(readRepair)
  return repairs.every((repair) => repair !== null) ? repairs : null
}

function readAddition(text: string): Addition | null {
  const addition = readRepair(text)
  if (!addition) return null
  const values = listOf(addition.set).map((value) => {
    const [column = '', expression = ''] = value.split(' = ')
    return [column, expression] as const
  })
  return { table: addition.table, values }
}

const WRITTEN = "a repair is written 'table: column = value'"
const FIELDS = {
  title: required(words),
  severity: required(choiceOf(SEVERITIES), { written: `'severity' is one of ${SEVERITIES.join(', ')}` }),
  does: required(words),
  'to do': required(words),
  needs: optional(listOf),
  'any of': optional(listOf),
  doubt: optional(choiceOf(DOUBTS), { written: `'doubt' is one of ${DOUBTS.join(', ')}` }),
  repair: optional(readRepairs, { written: WRITTEN }),
  adds: optional(readAddition, { written: WRITTEN }),
}

/** Reads one check's file. Throws BadDefinition, which names the file and the line. */
export function readCheck(id: string, text: string): CheckFile {
  const file = `${id}.sql`
  const header = readDefinition(file, text, FIELDS)
  const needs = header.needs ?? []
  const anyOf = header['any of'] ?? []
  if (needs.length + anyOf.length === 0)
    throw new BadDefinition(file, 1, 'the header does not say which fields it needs')
  return {
    id,
    title: header.title,
    severity: header.severity,
    does: header.does,
    remedy: header['to do'],
    needs,
    anyOf,
    doubt: header.doubt ?? 'figure',
    repairs: header.repair ?? [],
    adds: header.adds,
    sql: sqlOf(text),
  }
}
