import {
  ASSESSMENT_DAYS,
  CONFERENCE_DAYS,
  CONFERENCE_DAYS_AS_FOUND,
  FAMILY_SIZE,
  LOOKED_AFTER_AGE,
  NEED_ENDED,
  NEED_OPEN,
  PLAN_AGE,
  PLAN_ENDED,
  PLAN_OPEN,
  REFERRED_AGE,
  type Bands,
} from './band.ts'
import { FACTORS } from './assessment-count.ts'
import { LEGAL, PLACEMENTS } from './care-count.ts'
import { CONTACT_SOURCES, OUTCOMES } from './contact-count.ts'
import { ETHNIC_GROUPS } from './ethnic-group.ts'
import { CATEGORIES } from './protection-count.ts'
import { MONTHS, SOURCES, WEEKDAYS } from './referral-count.ts'

export const GROUPS = [
  'Volumes',
  'Contacts',
  'Funnel',
  'Who is referred, and by whom',
  'Assessments',
  'Child protection',
  'Children in need',
  'Looked after',
  'Missing, health and leaving care',
  'Season',
  'Weekday',
  'Recording',
  'Workforce',
] as const
type Group = (typeof GROUPS)[number]

/** How a figure comes of what was counted. */
export type Kind =
  /** Of all that were looked at, those that are so. */
  | { is: 'share'; unit: '%' | 'per 100' | 'index'; times: number }
  /** Events over the years and the children who live there, or things that are there on the last day over the children. */
  | { is: 'rate'; per: 'year' | 'last day' }
  | { is: 'mean'; unit: string }
  /** The largest of one council; of several, their mean. */
  | { is: 'largest'; unit: string }
  /** The value below which a share of all lie, of a spread of whole numbers; `of` so many to the unit. */
  | { is: 'quantile'; unit: string; spread: string; share: number; of: number }
  /** The largest of the months of a spread, over the children who live there. */
  | { is: 'highest month'; spread: string }

/** One thing that the report asks of a council. */
export interface Question {
  group: Group
  what: string
  kind: Kind
}

const questions = new Map<string, Question>()
export const QUESTIONS: ReadonlyMap<string, Question> = questions

const ask = (group: Group, id: string, what: string, kind: Kind): unknown =>
  questions.set(id, { group, what, kind })

const percent: Kind = { is: 'share', unit: '%', times: 100 }
const per100: Kind = { is: 'share', unit: 'per 100', times: 100 }
const aYear: Kind = { is: 'rate', per: 'year' }
const lastDay: Kind = { is: 'rate', per: 'last day' }

const shares = (group: Group, all: Readonly<Record<string, string>>): void => {
  for (const [id, what] of Object.entries(all)) ask(group, id, what, percent)
}
const rates = (kind: Kind, all: Readonly<Record<string, string>>): void => {
  for (const [id, what] of Object.entries(all)) ask('Volumes', id, what, kind)
}
const kinds = (group: Group, id: string, what: string, all: readonly string[]): void => {
  for (const kind of all) ask(group, `${id}.${kind}`, `${what}: ${kind}`, percent)
}
const bands = (group: Group, what: string, { id, bands: all }: Bands): void =>
  kinds(
    group,
    id,
    what,
    all.map(([name]) => name),
  )
const QUARTILES = ['a quarter', 'half', 'three quarters', 'nine in ten']
const quartiles = (
  group: Group,
  id: string,
  what: string,
  unit: string,
  divisor: number,
  asked: readonly string[] = QUARTILES,
): void => {
  for (const [name, share] of [
    ['a quarter', 0.25],
    ['half', 0.5],
    ['three quarters', 0.75],
    ['nine in ten', 0.9],
  ] as const)
    if (asked.includes(name))
      ask(group, `${id}.${name}`, `${what}: ${name} by`, {
        is: 'quantile',
        unit,
        spread: id,
        share,
        of: divisor,
      })
}

rates(aYear, {
  contacts: 'Contacts',
  referrals: 'Referrals',
  assessments: 'Assessments authorised',
  enquiries: 'Section 47 enquiries',
  conferences: 'Initial conferences',
  'plans-begun': 'Child protection plans begun',
  'plans-ended': 'Child protection plans ended',
  'needs-begun': 'Episodes of need begun',
  'needs-ended': 'Episodes of need ended',
  'care-begun': 'Children who came into care',
  'care-ended': 'Children who left care',
  adopted: 'Children adopted',
  'early-help': 'Early help begun after a contact',
})
rates(lastDay, {
  'needs-open': 'Children in need on the last day',
  'plans-open': 'Children on plans on the last day',
  'looked-after': 'Looked-after children on the last day',
  'care-leavers': 'Care leavers of 19 to 21 on the last day',
  'in-care-in-year': 'Looked after at any time in the last year',
})
ask('Assessments', 'most-stalled', 'Open past 45 working days, at the worst month end', {
  is: 'highest month',
  spread: 'stalled-by-month',
})

kinds('Contacts', 'contact-outcome', 'What came of a contact', OUTCOMES)
kinds('Contacts', 'contact-source', 'Who made contact', CONTACT_SOURCES)
quartiles('Contacts', 'hours-to-decision', 'Contact to decision', 'hours', 1)

shares('Funnel', {
  nfa: 'Referrals with no further action',
  'not-in-need': 'Referrals assessed and not in need',
  'episode-started': 'Referrals that begin an episode of need',
  're-referred': 'Referred again within a year',
})
for (const [id, what] of Object.entries({
  'enquiries-per-100-referrals': 'Section 47 enquiries, of 100 referrals',
  'conferences-per-100-referrals': 'Initial conferences, of 100 referrals',
  'plans-per-100-referrals': 'Child protection plans, of 100 referrals',
  'care-entries-per-100-referrals': 'Children who come into care, of 100 referrals',
  'conferences-per-100-enquiries': 'Initial conferences, of 100 enquiries',
  'plans-per-100-conferences': 'Plans, of 100 initial conferences',
  'children-per-100-referrals': 'Children referred in a year, of 100 referrals',
}))
  ask('Funnel', id, what, per100)

kinds('Who is referred, and by whom', 'referral-source', 'Who refers', SOURCES)
bands('Who is referred, and by whom', 'Children in a family referred for the first time', FAMILY_SIZE)
bands('Who is referred, and by whom', 'Age when referred', REFERRED_AGE)

shares('Assessments', {
  'finished-in-45': 'Finished in 45 working days, of those finished',
  'begun-and-finished-in-45': 'Finished in 45 working days, of those begun',
  'open-past-45': 'Past 45 working days, of those open on the last day',
  'stalled-unseen': 'Child not seen, of those open past 45 working days',
  'seen-in-assessment': 'Child seen, of those finished',
  'assessment-begun-next-day': 'Begun on the day of the referral or the next',
})
bands('Assessments', 'Working days taken', ASSESSMENT_DAYS)
quartiles('Assessments', 'assessment-days', 'Working days taken', 'working days', 1)
quartiles('Assessments', 'days-to-assessment', 'Referral to start', 'working days', 1)
kinds('Assessments', 'factor', 'Factor found', Object.keys(FACTORS))

shares('Child protection', {
  'conference-in-15': 'Conferences within 15 working days',
  'conference-in-15-as-found': 'The same, in the first year counted',
  'second-plan': 'Second or later plan, of plans begun',
  'plan-reviews-in-time': 'All reviews in time, of plans of three months or more',
  'plan-visit-in-10': 'Visits no more than 10 working days after the one before',
  'plan-visit-alone': 'Seen alone, of visits at which the child was seen',
  'core-group-held': 'Core groups held, of those due',
  'worker-at-conference': 'Allocated worker at the initial conference',
  'report-shared-before': 'Report shared with the family before the day',
})
bands('Child protection', 'Working days from enquiry to conference', CONFERENCE_DAYS)
bands('Child protection', 'The same, in the first year counted', CONFERENCE_DAYS_AS_FOUND)
quartiles('Child protection', 'conference-days', 'Enquiry to conference', 'working days', 1)
bands('Child protection', 'Plans that ended, length', PLAN_ENDED)
quartiles('Child protection', 'plan-ended-days', 'Plans that ended, length', 'months', 365.25 / 12)
bands('Child protection', 'Plans open, length so far', PLAN_OPEN)
quartiles('Child protection', 'plan-open-days', 'Plans open, length so far', 'months', 365.25 / 12)
kinds('Child protection', 'plan-category', 'Category of a plan', Object.values(CATEGORIES))
bands('Child protection', 'Age when a plan begins', PLAN_AGE)

bands('Children in need', 'Episodes that ended, length', NEED_ENDED)
quartiles('Children in need', 'need-ended-days', 'Episodes that ended, length', 'months', 365.25 / 12)
bands('Children in need', 'Episodes open, length so far', NEED_OPEN)
quartiles('Children in need', 'need-open-days', 'Episodes open, length so far', 'months', 365.25 / 12, [
  'a quarter',
  'half',
  'nine in ten',
])
shares('Children in need', {
  'open-under-assessment': 'Still under assessment, of those open',
  'open-for-abuse-or-neglect': 'Primary need abuse or neglect, of those open',
  'open-disabled': 'Disabled, of those open',
  'open-male': 'Boys, of those open',
  'open-with-education-plan': 'With an education, health and care plan, of those open aged 5 or more',
  'education-plan-in-20-weeks': 'Education, health and care plans issued in 20 weeks',
  'closed-on-the-day-it-began': 'Closed on the day it began, of those closed',
  'need-visit-in-6-weeks': 'Visits no more than six weeks after the one before',
})

bands('Looked after', 'Age', LOOKED_AFTER_AGE)
kinds('Looked after', 'looked-after-ethnicity', 'Ethnicity', ETHNIC_GROUPS)
kinds('Looked after', 'legal', 'Legal status', LEGAL)
kinds('Looked after', 'placement', 'Placement', PLACEMENTS)
shares('Looked after', {
  'looked-after-male': 'Boys',
  'looked-after-unaccompanied': 'Unaccompanied children',
  'placed-over-20-miles': 'Placed more than 20 miles from home',
  'placed-outside': 'Placed outside the area',
  'three-placements': 'Three or more placements in the last year',
  'stable-placement': 'Two years in one placement, of those long in care',
  'care-reviews-in-time': 'All reviews in time',
  'care-visit-in-6-weeks': 'Visited in the last six weeks',
})
kinds('Looked after', 'care-end', 'Care ended by', ['home', 'special guardianship', 'adoption'])
quartiles('Looked after', 'care-ended-days', 'Periods of care that ended, length', 'months', 365.25 / 12)
quartiles('Looked after', 'placement-ended-days', 'Placements that ended, length', 'months', 365.25 / 12)
ask('Looked after', 'placements-each', 'Placements begun in a year, for each child', {
  is: 'mean',
  unit: 'placements',
})
ask('Looked after', 'months-to-adoptive-placement', 'Entering care to adoptive placement, mean', {
  is: 'mean',
  unit: 'months',
})

const LATER: Group = 'Missing, health and leaving care'
shares(LATER, {
  'missing-in-year': 'Missing in the last year, of those in care in it',
  'interview-offered': 'Return interview offered, where recorded',
  'interview-in-72-hours': 'Return interviews within 72 hours',
  'health-assessment': 'Yearly health assessment',
  'dental-check': 'Dental check',
  immunised: 'Immunised',
  'substance-misuse': 'Misusing substances',
  'sdq-concern': 'Strengths and difficulties score a concern (17 or more)',
  'leaver-in-touch': 'Care leavers of 19 to 21 in touch',
  'leaver-accommodation-suitable': 'in suitable accommodation',
  'leaver-active': 'in education, employment or training',
})
ask(LATER, 'missing-each', 'Missing episodes of each child who went missing', {
  is: 'mean',
  unit: 'episodes',
})
ask(LATER, 'sdq-score', 'Strengths and difficulties score, mean', { is: 'mean', unit: 'points' })
quartiles(LATER, 'missing-hours', 'Missing, length', 'hours', 1)

for (const month of MONTHS)
  ask('Season', `referral-month.${month}`, `Referrals in ${month}`, { is: 'share', unit: 'index', times: 12 })
shares('Season', { 'school-referrals-in-august': 'In August, of what schools refer in a year' })
for (const day of WEEKDAYS) ask('Weekday', `referral-weekday.${day}`, `Referrals on a ${day}`, percent)
shares('Weekday', { 'referral-at-weekend': 'Referrals at the weekend' })

shares('Recording', {
  'recorded-same-day': 'Referrals recorded on the day',
  'recorded-in-3-days': 'within three days',
  'recorded-in-10-days': 'within ten days',
})

shares('Workforce', {
  vacancy: 'Vacant posts, agency cover left out',
  turnover: 'Leavers in a year, of those in post',
  agency: 'Agency workers, of all at work',
  'agency-cover': 'Vacancies covered by agency workers',
  sickness: 'Working days lost to sickness',
  'newly-qualified': 'Newly qualified, of case-holding workers',
  'over-30-cases': 'Workers with more than 30 children',
  unallocated: 'Open cases without a worker',
})
ask('Workforce', 'caseload', 'Children for each full-time case-holding worker', {
  is: 'mean',
  unit: 'children',
})
ask('Workforce', 'social-workers', 'Social workers in post, full-time', lastDay)
ask('Workforce', 'largest-caseload', 'Largest caseload', { is: 'largest', unit: 'children' })
