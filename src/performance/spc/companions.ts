/**
 * Which figures must be read together. A share of what was finished says nothing of what nobody has finished, so the
 * page of such a share shows beside it the same work counted from its start (cohort) and what is still open (stock);
 * where people count one thing in two ways, both are shown. The traps of the measures handbook ask for each of these.
 */
export interface Companion {
  series: string
  part: 'flow' | 'cohort' | 'stock'
  /** What its picture shows. */
  title: string
  /** The head of its column in the month-by-month table. */
  column: string
  /** Of a stock, what is still to be done, for a sentence: "assessments are still open past day 45". */
  undone?: { one: string; many: string; short: string } | undefined
  /** Whether the figure leaves out what the stock counts. */
  leftOut?: true | undefined
}

/** A measure whose figure is not read alone: what its own picture shows, and what stands beside it. */
export interface Companionship {
  title: string
  beside: readonly Companion[]
}

const OPEN_PAST_45: Companion = {
  series: 'as-open-review-points.gt45',
  part: 'stock',
  title: 'Assessments still open past day 45 at each month end',
  column: 'Open past day 45',
  undone: {
    one: 'assessment is still open past day 45',
    many: 'assessments are still open past day 45',
    short: 'open past day 45',
  },
  leftOut: true,
}

const CHILDREN_WAITING: Companion = {
  series: 'ad-waiting.waiting',
  part: 'stock',
  title: 'Children with a placement order who are not yet placed, at each month end',
  column: 'Still waiting',
  undone: {
    one: 'child with a placement order is still waiting',
    many: 'children with a placement order are still waiting',
    short: 'still waiting',
  },
  leftOut: true,
}

const PLANS_REVERSED: Companion = {
  series: 'ad-waiting.reversed',
  part: 'flow',
  title: 'Children whose plan was changed away from adoption in the month',
  column: 'Plans reversed',
}

const adoptionTime = (title: string): Companionship => ({ title, beside: [CHILDREN_WAITING, PLANS_REVERSED] })

/** By the id of a series, or of a measure for every series of it. */
const COMPANIONS: Readonly<Record<string, Companionship>> = {
  'as-completed-45wd': {
    title: 'Of assessments completed in the month, the share within 45 working days',
    beside: [
      {
        series: 'as-cohort-45wd',
        part: 'cohort',
        title: 'Of assessments started in the month, the share completed within 45 working days',
        column: 'Of those started',
      },
      OPEN_PAST_45,
    ],
  },
  'as-cohort-45wd': {
    title: 'Of assessments started in the month, the share completed within 45 working days',
    beside: [{ ...OPEN_PAST_45, leftOut: undefined }],
  },
  's47-icpc-15wd.s47': {
    title: 'Of first conferences held in the month, the share within 15 working days',
    beside: [
      {
        series: 's47-open-15wd',
        part: 'stock',
        title: 'Enquiries open past day 15 with no conference and no outcome, at each month end',
        column: 'Open past day 15',
        undone: {
          one: 'enquiry is open past day 15 with no conference',
          many: 'enquiries are open past day 15 with no conference',
          short: 'open past day 15',
        },
        leftOut: true,
      },
    ],
  },
  'fd-contact-decision-1wd': {
    title: 'Of contacts in the month, the share decided by the end of the next working day',
    beside: [
      {
        series: 'fd-undecided-backlog',
        part: 'stock',
        title: 'Contacts undecided for over one working day at each month end',
        column: 'Undecided',
        undone: {
          one: 'contact has waited over a working day for a decision',
          many: 'contacts have waited over a working day for a decision',
          short: 'undecided',
        },
      },
    ],
  },
  's47-to-icpc': {
    title: 'Of enquiries started in the month, the share that came to a conference',
    beside: [
      {
        series: 's47-to-icpc.ratio',
        part: 'flow',
        title: 'Conferences held in the month to enquiries started in it: no conversion, for comparing alone',
        column: 'Simple ratio',
      },
    ],
  },
  'mis-rhi-72h.of_episodes': {
    title: 'Of returns in the month, the share with an interview within 72 hours',
    beside: [
      {
        series: 'mis-rhi-72h.of_held',
        part: 'flow',
        title: 'Of interviews held, the share within 72 hours: leaves out returns without an interview',
        column: 'Of those held',
      },
    ],
  },
  'mis-rhi-72h.of_held': {
    title: 'Of interviews held, the share within 72 hours',
    beside: [
      {
        series: 'mis-rhi-72h.of_episodes',
        part: 'cohort',
        title: 'Of returns in the month, the share with an interview within 72 hours',
        column: 'Of all returns',
      },
    ],
  },
  'lac-number.all': {
    title: 'Children looked after at each month end',
    beside: [
      {
        series: 'lac-number.ex_uasc',
        part: 'flow',
        title: 'The same without unaccompanied asylum-seeking children',
        column: 'Without unaccompanied',
      },
    ],
  },
  'ad-a1': adoptionTime('Of children adopted, the average days from coming into care to moving in'),
  'ad-a2': adoptionTime('Of children adopted, the average days from placement order to match'),
  'ad-a10': adoptionTime(
    'Of children adopted, the average days from coming into care to living with the family',
  ),
}

/** What must be read beside a series; null where it may be read alone. */
export const companionsOf = ({ id, measure }: { id: string; measure: string }): Companionship | null =>
  COMPANIONS[id] ?? COMPANIONS[measure] ?? null
