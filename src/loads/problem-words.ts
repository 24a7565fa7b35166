import { keysOf } from '../standards/table.ts'
import { sourceTable, type FileReport, type Problem, type ProblemCount } from '../intake/index.ts'
import { capital } from '../platform/words.ts'

/** One kind of problem in one table, in words for the load page: what is wrong, what it does, what to do. */
export interface ProblemGroup {
  code: string
  severity: Problem['severity']
  title: string
  /** `annex-a/3`; null when it is about a whole file, or all of them. */
  table: string | null
  where: string
  count: number
  /** What it does to measures. */
  harm: string
  remedy: string
  /** Smaller is worse. */
  rank: number
  /** Columns it is about: one, but for problems with columns themselves, which are grouped. */
  fields: string[]
}

interface Words {
  title: string
  harm: string
  remedy: string
  rank: number
}

const CORRECT = 'Correct it in the case system and load again'
const AS_BLANK = 'Counts as blank: not met, in a measure that needs it'
const NOT_AVAILABLE = 'A measure that needs it is not available'
const NO_HARM = 'None'

/** By code; `%` becomes the column's name. A note that is not here is a repair: its value was read. */
const WORDS: Readonly<Record<string, Words>> = {
  'key-missing': { title: '% is blank', harm: 'Left out of every measure', remedy: CORRECT, rank: 1 },
  'date-unreadable': { title: '% is not a day we can read', harm: AS_BLANK, remedy: CORRECT, rank: 2 },
  'days-out-of-order': {
    title: '% comes too early',
    harm: 'Left out of measures of the time between the two days',
    remedy: CORRECT,
    rank: 2,
  },
  'row-pair': {
    title: 'Two rows for one event that say different things',
    harm: 'Both count',
    remedy: 'Take out the one that is wrong and load again',
    rank: 2,
  },
  'column-missing': {
    title: 'No such column: %',
    harm: NOT_AVAILABLE,
    remedy: 'Add the column to the report and load again',
    rank: 3,
  },
  'roles-unknown': {
    title: 'No role of a worker says who holds a child',
    harm: NOT_AVAILABLE,
    remedy: 'Say which roles do in Settings for data, and load again',
    rank: 2,
  },
  'column-blank': {
    title: 'No value that can be read: %',
    harm: NOT_AVAILABLE,
    remedy: 'Have the report fill the column and load again',
    rank: 3,
  },
  'day-after-as-at': {
    title: '% is after the day the files are as at',
    harm: 'Not counted until a load of a later day',
    remedy: 'Check the day the files are as at',
    rank: 3,
  },
  'code-unknown': { title: '% has a value we do not know', harm: AS_BLANK, remedy: CORRECT, rank: 4 },
  'date-part-known': { title: 'Only part of % is known', harm: AS_BLANK, remedy: CORRECT, rank: 4 },
  'month-unreadable': { title: '% is not a month we can read', harm: AS_BLANK, remedy: CORRECT, rank: 2 },
  'time-unreadable': { title: '% has no time of day we can read', harm: AS_BLANK, remedy: CORRECT, rank: 2 },
  'number-unreadable': { title: '% is not a number', harm: AS_BLANK, remedy: CORRECT, rank: 4 },
  'age-unreadable': {
    title: '% is not an age',
    harm: 'None when the date of birth is there',
    remedy: CORRECT,
    rank: 5,
  },
  'postcode-unreadable': { title: '% is not a postcode', harm: AS_BLANK, remedy: CORRECT, rank: 5 },
  'value-missing': { title: '% is blank', harm: AS_BLANK, remedy: CORRECT, rank: 5 },
  'row-repeated': {
    title: 'Repeated rows',
    harm: `${NO_HARM}: the first is used`,
    remedy: 'Nothing, unless both should count',
    rank: 6,
  },
  'row-superseded': {
    title: 'Rows that are also in a newer file',
    harm: `${NO_HARM}: the newer is used`,
    remedy: 'Nothing',
    rank: 6,
  },
  'file-left': {
    title: 'Files with no table that we know',
    harm: `${NO_HARM}: left out`,
    remedy: 'Nothing, unless one should be read',
    rank: 6,
  },
  'column-unknown': {
    title: 'Columns that the table does not have: %',
    harm: `${NO_HARM}: left out`,
    remedy: 'Nothing',
    rank: 7,
  },
}

/** The table a problem is about: by its sheet, or in a file of one table by its file. */
export function tableOfProblem(
  files: readonly Pick<FileReport, 'file' | 'tables'>[],
  problem: Pick<Problem, 'file' | 'sheet'>,
): string | null {
  const tables = files.find(({ file }) => file === problem.file)?.tables ?? []
  const named = tables.find(({ sheet }) => sheet === problem.sheet)
  return (named ?? (tables.length === 1 ? tables[0] : undefined))?.table ?? null
}

/** A row without a readable child or day is set aside. */
function isKeyField(table: string | null, field: string | null): boolean {
  if (table === null || field === null) return false
  const spec = sourceTable(table)
  const keys = keysOf(spec)
  return spec.fields.some(({ key, name }) => name === field && keys.includes(key))
}

interface GroupedProblems {
  /** Worst first. */
  harmful: ProblemGroup[]
  /** Values that were put right and other notes, which need no action. */
  repairs: ProblemGroup[]
}

export function groupProblems(
  files: readonly Pick<FileReport, 'file' | 'tables'>[],
  counts: readonly ProblemCount[],
): GroupedProblems {
  const groups = new Map<
    string,
    Pick<ProblemGroup, 'code' | 'severity' | 'table' | 'count' | 'fields'> & { file: string }
  >()
  for (const { severity, code, file, sheet, field, count } of counts) {
    const table = tableOfProblem(files, { file, sheet })
    const key = JSON.stringify([code, table ?? file, code.startsWith('column-') ? null : field])
    const group = groups.get(key)
    if (!group) {
      groups.set(key, { severity, code, table, file, count, fields: field === null ? [] : [field] })
      continue
    }
    group.count += count
    if (field !== null && !group.fields.includes(field)) group.fields.push(field)
  }
  const all = [...groups.values()]
    .map(({ file, ...group }): ProblemGroup => ({
      ...group,
      ...wordsOf(group, file),
    }))
    .sort((a, b) => a.rank - b.rank || b.count - a.count)
  return {
    harmful: all.filter(({ severity, code }) => severity !== 'note' || Object.hasOwn(WORDS, code)),
    repairs: all.filter(({ severity, code }) => severity === 'note' && !Object.hasOwn(WORDS, code)),
  }
}

function wordsOf(
  { code, severity, table, fields }: Pick<ProblemGroup, 'code' | 'severity' | 'table' | 'fields'>,
  file: string,
) {
  const words = WORDS[code] ?? {
    title: titleOfCode(code),
    ...(severity === 'note'
      ? { harm: NO_HARM, remedy: 'Nothing', rank: 8 }
      : { harm: AS_BLANK, remedy: CORRECT, rank: 5 }),
  }
  const aside = words.harm === AS_BLANK && isKeyField(table, fields[0] ?? null)
  return {
    title: words.title.replace('%', () => fields.join(', ') || 'A value'),
    where: table === null ? file || 'All files' : capital(sourceTable(table).called),
    harm: aside ? 'Left out of every measure' : words.harm,
    remedy: words.remedy,
    rank: aside ? 1 : words.rank,
  }
}

/** "age-rounded" becomes "Age rounded": a repair needs no more. */
const titleOfCode = (code: string): string => capital(code.replaceAll('-', ' '))
