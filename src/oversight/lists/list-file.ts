import type { Role } from '../../access/index.ts'
import { seriesOf } from '../../measures/index.ts'
import {
  BadDefinition,
  choiceOf,
  listOf,
  optional,
  readDefinition,
  repeated,
  required,
  sqlOf,
  words,
  type Values,
} from '../../platform/definition-file.ts'
import { capital } from '../../platform/words.ts'
import type { OverWords } from './days-over.ts'

const ANSWERERS = {
  'social worker': 'social_worker',
  'team manager': 'team_manager',
  'reviewing officer': 'reviewing_officer',
  'children’s rights officer': 'childrens_rights',
} as const satisfies Record<string, Role>

/** The cases of a measure that a list holds: those that count as met, those that do not, or every one. */
export interface CountedCases {
  series: string
  side: 'met' | 'not met' | 'all'
}

/** Why a row is on a list. A child whom several rules name is on it once, with all of them. */
export interface ListRule {
  /** As the list's SQL answers it: "day 45". */
  id: string
  /** What that point asks of whoever answers. */
  asks: string
  /** The measure whose count its overdue rows equal; null where no measure counts them. */
  counts: CountedCases | null
  /** Why its rows are not those of a measure. */
  differs: string | null
}

/** A list of work: a question that is asked of every snapshot, and what its answers are held to. */
export interface ListFile {
  id: string
  title: string
  /** A heading of the index of lists, in the order of the work. */
  area: ListArea
  /** Whose answer is waited for. */
  answeredBy: Role
  /** The rule in one line. */
  rule: string
  clock: string
  /** When a row is due, and when overdue, in words. A list that looks back alone has nothing due. */
  due: string | null
  overdue: string
  /** What its rows are over by, where not by days. */
  over: OverWords | null
  /** The day on which the clock starts is its day 1, not the day after. */
  startIsDayOne: boolean
  /** What of one row is counted: children, or cases of children. */
  counted: { one: string; many: string }
  /** The gravest first. */
  rules: readonly ListRule[]
  /** The measure whose count its overdue rows equal, when all rules together have one. */
  counts: CountedCases | null
  /** Its measure counts the rows that are due as well. */
  countsDue: boolean
  /** A rule that comes first holds only where those after it hold as well: only the first is named. */
  nested: boolean
  /** Many children may be answered with one reason. */
  answersTogether: boolean
  order: number
  /**
   * Answers `rule, child_key, case_id, team, worker, starts_on, due_on, is_overdue, days_over, detail`: one row for
   * each rule that holds. `days_over` is in the unit of the clock; null where it cannot be told.
   */
  sql: string
}

export const LIST_AREAS = [
  'front door',
  'assessment',
  'enquiries and conferences',
  'children in need',
  'child protection',
  'children looked after',
  'care leavers',
  'missing children',
  'oversight',
] as const
type ListArea = (typeof LIST_AREAS)[number]

function readCounted(text: string): CountedCases | null {
  const [, series, side] = /^(\S+) (met|not met|all)$/.exec(text) ?? []
  return series && side && seriesOf(series)?.id === series
    ? { series, side: side as CountedCases['side'] }
    : null
}
const COUNTS = { written: "what it counts is written 'measure.series met', 'not met' or 'all'" }

function readCountedWords(text: string): ListFile['counted'] | null {
  const [one, many, ...more] = listOf(text)
  return one && many && more.length === 0 ? { one, many } : null
}

/** "hour, hours, over": of one, of several, and what its column's head says of them. */
function readOverWords(text: string): OverWords | null {
  const [one, many, rest, ...more] = listOf(text)
  return one && many && rest && more.length === 0 ? { one, many, head: capital(`${many} ${rest}`) } : null
}

const FIELDS = {
  title: required(words),
  area: required(choiceOf(LIST_AREAS), { written: `'area' is one of ${LIST_AREAS.join(', ')}` }),
  answers: required((text) => ANSWERERS[text as keyof typeof ANSWERERS] ?? null, {
    written: `'answers' is one of ${Object.keys(ANSWERERS).join(', ')}`,
  }),
  says: required(words),
  clock: required(words),
  due: optional(words),
  overdue: required(words),
  over: optional(readOverWords, { written: "'over' is written 'hour, hours, over'" }),
  'first day': optional(choiceOf(['1'])),
  counted: optional(readCountedWords),
  counts: optional(readCounted, COUNTS),
  'counts due': optional(choiceOf(['yes'])),
  rule: repeated(
    (id: string, _line, inner: { asks: string; counts: CountedCases | null; differs: string | null }) => ({
      id,
      ...inner,
    }),
    { inner: { asks: required(words), counts: optional(readCounted, COUNTS), differs: optional(words) } },
  ),
  nested: optional(choiceOf(['yes'])),
  together: optional(choiceOf(['yes'])),
  order: required((text) => (/^\d+$/.test(text) ? Number(text) : null)),
}

/** Reads one list's file. Throws BadDefinition, which names the file and the line. */
export function readList(id: string, text: string): ListFile {
  const file = `${id}.sql`
  const header: Values<typeof FIELDS> = readDefinition(file, text, FIELDS)
  const { title, area, clock, due, overdue, rule: rules, order } = header
  if (rules.length === 0) throw new BadDefinition(file, 1, 'the header names no rule')
  const unexplained = rules.find(({ counts, differs }) => !counts && !differs)
  if (unexplained)
    throw new BadDefinition(
      file,
      1,
      `the rule '${unexplained.id}' says neither which measure it 'counts' nor why it 'differs'`,
    )
  return {
    id,
    title,
    area,
    answeredBy: header.answers,
    rule: header.says,
    clock,
    due,
    overdue,
    over: header.over,
    startIsDayOne: header['first day'] !== null,
    counted: header.counted ?? { one: 'child', many: 'children' },
    rules,
    counts: header.counts ?? (rules.length === 1 ? rules[0]!.counts : null),
    countsDue: header['counts due'] !== null,
    nested: header.nested !== null,
    answersTogether: header.together !== null,
    order,
    sql: sqlOf(text),
  }
}
