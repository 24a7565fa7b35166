import type { Day } from '../../../src/platform/day.ts'
import { firstOfMonth, monthNumberOf, numberOf } from '../../day-number.ts'
import type { CaptureRow } from '../capture-row.ts'
import type { BUDGET_LINES, BUDGET_MONTHS } from '../../../src/standards/capture/templates/money-templates.ts'

type Line = CaptureRow<typeof BUDGET_LINES>

interface StoryLine {
  line: string
  title: string
  strand: Line['strand']
  fundingSource: Line['funding_source']
  /** Thousands of pounds, April to March. */
  planned: readonly number[]
  /** April to January. */
  spent: readonly number[]
  /** February and March. */
  expected: readonly number[]
  reason?: NonNullable<Line['reason']>
  beginsOn?: Day
  round?: string
}

const CARE = 'fewer looked-after children'
const EARLY_HELP = 'better early help'
const PRACTICE = 'practice quality and leadership'
const GRANT = 'Adoption Reform Grant'
const CORPORATE = 'corporate resources'

/**
 * The improvement budget of 2014/15: £500k of grant carried forward and £500k that the Executive agreed in October;
 * £335k spent by the end of January, £914k expected by the year's end, and £86k not, because of when posts are filled.
 */
const LINES: readonly StoryLine[] = [
  {
    line: 'B01',
    title: 'Adoption: family finding',
    strand: CARE,
    fundingSource: GRANT,
    planned: [12, 12, 13, 12, 12, 13, 12, 13, 13, 12, 13, 13],
    spent: [4, 5, 6, 7, 9, 10, 11, 12, 13, 13],
    expected: [28, 32],
  },
  {
    line: 'B02',
    title: 'Adoption: assessing adopters sooner, done by January',
    strand: CARE,
    fundingSource: GRANT,
    planned: [0, 5, 8, 10, 10, 10, 10, 10, 10, 12, 0, 0],
    spent: [0, 3, 6, 8, 9, 11, 12, 12, 12, 12],
    expected: [0, 0],
  },
  {
    line: 'B03',
    title: 'Additional care planning posts',
    strand: CARE,
    fundingSource: GRANT,
    planned: [0, 0, 0, 0, 0, 8, 15, 18, 18, 18, 18, 18],
    spent: [0, 0, 0, 0, 0, 0, 0, 4, 17, 19],
    expected: [28, 30],
    reason: 'post filled later than planned',
    round: 'RC-08',
  },
  {
    line: 'B04',
    title: 'Additional temporary social work capacity: managers and court work',
    strand: PRACTICE,
    fundingSource: GRANT,
    planned: [0, 0, 0, 0, 0, 0, 0, 0, 0, 32, 60, 60],
    spent: [0, 0, 0, 0, 0, 0, 0, 0, 0, 14],
    expected: [66, 72],
    beginsOn: '2015-01-30',
    round: 'RC-07',
  },
  {
    line: 'B05',
    title: 'Additional temporary social work capacity: children in need',
    strand: PRACTICE,
    fundingSource: CORPORATE,
    planned: [0, 0, 0, 0, 0, 0, 0, 0, 0, 24, 50, 50],
    spent: [0, 0, 0, 0, 0, 0, 0, 0, 0, 12],
    expected: [54, 58],
    beginsOn: '2015-01-30',
    round: 'RC-07',
  },
  {
    line: 'B06',
    title: 'Service for children in need, bought',
    strand: EARLY_HELP,
    fundingSource: CORPORATE,
    planned: [0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 50, 50],
    spent: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    expected: [0, 120],
    beginsOn: '2015-03-16',
  },
  {
    line: 'B07',
    title: 'Audit and quality framework',
    strand: PRACTICE,
    fundingSource: CORPORATE,
    planned: [0, 0, 0, 0, 0, 0, 0, 16, 16, 16, 16, 16],
    spent: [0, 0, 0, 0, 0, 0, 0, 8, 12, 16],
    expected: [22, 22],
  },
  {
    line: 'B08',
    title: 'Front door: 2 social workers in the contact centre',
    strand: EARLY_HELP,
    fundingSource: CORPORATE,
    planned: [0, 0, 0, 0, 0, 0, 0, 0, 0, 14, 14, 14],
    spent: [0, 0, 0, 0, 0, 0, 0, 0, 0, 8],
    expected: [8, 14],
    reason: 'post filled later than planned',
    beginsOn: '2015-03-01',
    round: 'RC-02',
  },
  {
    line: 'B09',
    title: 'Emergency duty and MARAC social workers',
    strand: PRACTICE,
    fundingSource: CORPORATE,
    planned: [0, 0, 0, 0, 0, 0, 0, 0, 8, 8, 8, 8],
    spent: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    expected: [7, 11],
    reason: 'post filled later than planned',
    round: 'RC-05',
  },
  {
    line: 'B10',
    title: 'Safeguarding hub (MASH): operations manager',
    strand: EARLY_HELP,
    fundingSource: CORPORATE,
    planned: [0, 0, 0, 0, 0, 0, 0, 0, 5, 5, 5, 5],
    spent: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    expected: [2, 5],
    reason: 'post filled later than planned',
    beginsOn: '2015-02-23',
    round: 'RC-03',
  },
  {
    line: 'B11',
    title: 'Safeguarding hub (MASH): business support',
    strand: EARLY_HELP,
    fundingSource: CORPORATE,
    planned: [0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2],
    spent: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    expected: [0, 0],
    reason: 'covered by own staff',
    round: 'RC-04',
  },
  {
    line: 'B12',
    title: 'Early help posts',
    strand: EARLY_HELP,
    fundingSource: CORPORATE,
    planned: [0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 8, 8],
    spent: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    expected: [0, 0],
    reason: 'post not filled this year',
    beginsOn: '2015-07-06',
    round: 'RC-01',
  },
  {
    line: 'B13',
    title: 'Troubled Families: key workers until the programme pays',
    strand: 'Troubled Families',
    fundingSource: CORPORATE,
    planned: [0, 0, 0, 0, 0, 0, 0, 20, 20, 10, 0, 0],
    spent: [0, 0, 0, 0, 0, 0, 0, 18, 22, 10],
    expected: [0, 0],
  },
]

const PENCE_IN_THOUSAND = 100_000
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
const FIRST_MONTH = monthNumberOf(numberOf('2014-04-01'))

export const budgetLines = (): Line[] =>
  LINES.map((line) => ({
    line: line.line,
    title: line.title,
    strand: line.strand,
    funding_source: line.fundingSource,
    year: '2014/15',
    budget: sum(line.planned) * PENCE_IN_THOUSAND,
    forecast_outturn: (sum(line.spent) + sum(line.expected)) * PENCE_IN_THOUSAND,
    reason: line.reason ?? null,
    begins_on: line.beginsOn === undefined ? null : numberOf(line.beginsOn),
    recruitment_round: line.round ?? null,
  }))

export function* budgetMonths(): Generator<CaptureRow<typeof BUDGET_MONTHS>> {
  for (const { line, planned, spent, expected } of LINES) {
    for (const [month, amount] of planned.entries()) {
      const [actual, toCome] = [spent[month], expected[month - spent.length]]
      yield {
        line,
        month: firstOfMonth(FIRST_MONTH + month),
        planned: amount * PENCE_IN_THOUSAND,
        spent: actual === undefined ? null : actual * PENCE_IN_THOUSAND,
        expected: toCome === undefined ? null : toCome * PENCE_IN_THOUSAND,
      }
    }
  }
}
