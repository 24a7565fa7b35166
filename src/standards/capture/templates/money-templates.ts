import { captureTemplate, may, mayBeOneOf, must, mustBeOneOf, toCome } from '../template.ts'

export const BUDGET_LINES = captureTemplate({
  name: 'budget-lines',
  row: 'One line of the improvement budget of one year.',
  purpose:
    'What was agreed, for what and out of which money, what is expected to be spent, and why that differs.',
  feeds: ['fi-spend', 'the investment case'],
  key: ['line', 'year'],
  columns: {
    line: must('reference', 'B08', 'The line'),
    title: must('text', 'Front door social workers', 'What it buys'),
    strand: mustBeOneOf(
      [
        'fewer looked-after children',
        'better early help',
        'Troubled Families',
        'practice quality and leadership',
      ],
      'Priority of the investment case',
    ),
    funding_source: mustBeOneOf(['Adoption Reform Grant', 'corporate resources'], 'Whose money it is'),
    year: must('text', '2014/15', 'Financial year'),
    budget: must('pounds', '42000', 'Agreed for the year'),
    forecast_outturn: must('pounds', '30000', 'Expected for the year'),
    reason: mayBeOneOf(
      ['post filled later than planned', 'post not filled this year', 'covered by own staff'],
      'Why the two differ, where they do',
    ),
    begins_on: toCome(may('day', '2015-03-01', 'The day that what it buys begins or began')),
    recruitment_round: may('reference', 'RC-07', 'The round of recruitment it waits for'),
  },
})

export const BUDGET_MONTHS = captureTemplate({
  name: 'budget-months',
  row: 'One month of one line of the budget.',
  purpose:
    'Planned, spent and still expected, month by month. A line’s planned months add up to its budget; its spent months and, from the first month not closed, its expected ones add up to its forecast outturn.',
  feeds: ['fi-spend'],
  key: ['line', 'month'],
  columns: {
    line: must('reference', 'B08', 'The line'),
    month: must('month', '2015-01', 'Accounting month'),
    planned: must('pounds', '6000', 'As profiled when it was agreed'),
    spent: may('pounds', '4000', 'In the ledger; blank for a month that is not closed'),
    expected: may('pounds', '11000', 'Still expected; blank for a month that is closed'),
  },
})

export const CARE_PATH = captureTemplate({
  name: 'care-path',
  row: 'One month end of the path of the investment case.',
  purpose:
    'What the investment is to bring: children looked after as agreed, and what was expected without it.',
  feeds: ['lac-number', 'fi-lac-return'],
  key: ['month_end_on'],
  columns: {
    month_end_on: toCome(must('day', '2015-01-31', 'The day that is counted')),
    if_nothing_changed: must('count', '96', 'Children looked after if nothing changed'),
    agreed_path: must('count', '91', 'Children looked after as agreed'),
  },
})

export const UNIT_COSTS = captureTemplate({
  name: 'unit-costs',
  row: 'What one kind of placement costs from a day on.',
  purpose: 'Turns nights in care into money.',
  feeds: ['fi-lac-return', 'fi-unit-cost'],
  key: ['placement_type', 'provider', 'from_on'],
  order: [['from_on', 'to_on']],
  columns: {
    placement_type: must('text', 'U4', 'Placement code of the SSDA903 return'),
    means: must('text', 'Foster placement with other carer', 'What the code says'),
    provider: mustBeOneOf(['own', 'bought'], 'The council’s own, or bought from others'),
    pounds_a_week: must('pounds', '430', 'Net cost of a week'),
    from_on: toCome(must('day', '2014-04-01', 'From this day')),
    to_on: toCome(may('day', '2015-03-31', 'To this day; blank while it is in force')),
  },
})

export const CONTRACTS = captureTemplate({
  name: 'contracts',
  row: 'One step of one procurement.',
  purpose:
    'Whether a service that is being bought will be there in time, and whether each step is given the days it needs.',
  feeds: ['pl-milestones', 'fi-spend'],
  key: ['contract', 'step'],
  columns: {
    contract: must('reference', 'CT-03', 'The contract'),
    title: must('text', 'Service for children in need', 'What is bought'),
    step: mustBeOneOf(
      [
        'need agreed',
        'market tested',
        'tender opens',
        'tender closes',
        'bids evaluated',
        'provider decided',
        'standstill ends',
        'service ready',
        'service begins',
      ],
      'The step',
    ),
    planned_on: toCome(must('day', '2015-02-09', 'The day it is planned for')),
    happened_on: may('day', '2015-02-09', 'The day it happened; blank while it is to come'),
    note: may('text', '9 providers have asked for the papers', 'What is known of it'),
    budget_line: may('reference', 'B06', 'The line of the improvement budget that pays'),
  },
})
