/** Which published item one of our series is held against, and where the two differ. */
export interface PublishedSeries {
  item: string
  /**
   * `complement`: published is the share that ours leaves, so ours is held against 100 less it. `over`: the share that
   * one published rate is of another. Absent: as published.
   */
  reading?: 'complement' | { over: string }
  /** What differs between our definition and the department's, for a reader. */
  note?: string
  /** Further items of the same thing: the count beside the rate. Shown, never ranked. */
  also?: readonly string[]
}

const MONTH_END = 'Published for 31 March alone; ours is for each month end.'
const AGED_19_TO_21 = 'Published of care leavers aged 19 to 21 alone, around their birthdays in the year.'
const COST = 'An approximate weekly cost, from the year’s outturn.'

/** Every series of ours that the department publishes. A series that is not here is published of no authority. */
export const PUBLISHED_SERIES: Readonly<Record<string, PublishedSeries>> = {
  'fd-referrals': { item: 'CPP_Total_Rateper10,000', also: ['CPP_Total_NumRef'] },
  'fd-rereferrals': { item: 'ReReferral' },
  'fd-referrals-nfa': { item: 'CIN_Refferals_NFA' },
  'fd-referral-source.police': { item: 'RefBySource_Police_%' },
  'fd-referral-source.schools': { item: 'RefBySource_Schl_%' },
  'fd-referral-source.health': { item: 'RefBySource_HealthServ_%' },
  'as-completed-45wd.from_start': {
    item: 'Continue_Assess_Comp',
    note: 'The published tables do not say which day starts the clock; read here as start to authorisation.',
  },
  'as-outcome-nfa.dfe': { item: 'Referrals_AssessedNotNeed' },
  's47-started': { item: 'Section_47' },
  's47-icpc-15wd.s47': { item: 'CP_conf_15days' },
  's47-to-icpc': {
    item: 'ISCP_Conf',
    reading: { over: 'Section_47' },
    note: 'Worked out from two published rates of the same year: conferences of enquiries, whichever enquiry led to them.',
  },
  'icpc-to-plan': {
    item: 'CPP_Abuse_Rate',
    reading: { over: 'ISCP_Conf' },
    note: 'Worked out from two published rates of the same year: plans started of conferences held, whichever conference led to them.',
  },
  'cin-open': { item: 'CIN', note: MONTH_END },
  'cin-duration.episode_gt24': { item: 'CINTime2more', note: MONTH_END },
  'cp-rate.open': { item: 'CPP_rate', also: ['CPP_Num'], note: MONTH_END },
  'cp-rate.starts': { item: 'CPP_Abuse_Rate', also: ['CPP_Abuse'] },
  'cp-rate.ends': { item: 'DeRegCPR' },
  'cp-2-years.open': { item: 'CPPlans2yrsActive', note: MONTH_END },
  'cp-2-years.ended': { item: 'CPPlans2yrs' },
  'cp-repeat.ever': { item: 'PrevRegCPR', also: ['ReRegCPR'] },
  'cp-reviews-timely.dfe': {
    item: 'RevCP',
    note: 'Published of children on a plan for three months or more on 31 March, all of whose reviews were in time.',
  },
  'lac-number.all': { item: 'LAC', also: ['LACnum'], note: MONTH_END },
  'lac-number.uasc': { item: 'Unacc_Asylmn_Seek_Childn', also: ['Unacc_Asylmn_Seek_Childn%'] },
  'lac-flow.starts': {
    item: 'LAC_Start_Rate',
    also: ['LACnum_Start'],
    note: 'Only a child’s first start in the year is counted.',
  },
  'lac-flow.ends': {
    item: 'LAC_Cease_Rate',
    also: ['LACceased'],
    note: 'Only a child’s last end in the year is counted.',
  },
  'lac-3-placements': { item: 'LACStable_2016on' },
  'lac-stability': { item: 'LAC_LongStable%' },
  'lac-distance': { item: 'LACDistance' },
  'lac-health.annual': {
    item: 'LACHealth%',
    note: 'Published of children looked after for 12 months or more on 31 March.',
  },
  'lac-dental': {
    item: 'LACDental%',
    note: 'Published of children looked after for 12 months or more on 31 March.',
  },
  'lac-sdq.average': {
    item: 'Emotional_LAC',
    note: 'Published of children aged 5 to 16, looked after for 12 months or more on 31 March.',
  },
  'lac-3-social-workers': { item: 'Stability_SocialWorker' },
  'mis-children.12m': {
    item: 'Children_missing',
    also: ['Children_Away'],
    note: 'Published of all children looked after at any time in the year to 31 March.',
  },
  'cl-in-touch.dfe': {
    item: 'CareLeavers_LA_NotInTouch',
    reading: 'complement',
    note: `Published is the share not in touch, so what is shown is 100 less it. ${AGED_19_TO_21}`,
  },
  'cl-eet.19_21': { item: 'CareLeaverEET', note: AGED_19_TO_21 },
  'cl-accommodation.19_21': { item: 'CareLeaverAcc', note: AGED_19_TO_21 },
  'cl-staying-put': {
    item: 'StayingPut',
    note: 'Published of young people aged 19 or 20 who left care on their 18th birthday.',
  },
  'ad-adopted': {
    item: 'No_of LAC Adopted',
    also: ['%_of LAC Adopted'],
    note: 'Ours is each month’s; published are those of the year to 31 March.',
  },
  'wf-vacancy.all': { item: 'Work_Force_Vac_Rate' },
  'wf-turnover': { item: 'Work_Force_TO_Rate' },
  'wf-agency': { item: 'Work_Force_Agecy_Rate' },
  'wf-caseload.mean': {
    item: 'Work_Force_AvgNumCase_SW',
    note: 'At 30 September; the first collection on this basis was in 2017.',
  },
  'wf-sickness': { item: 'Work_Force_SWAbsence' },
  'fi-unit-cost': { item: 'LACFinance', also: ['RescareFinance', 'FosteringFinance'], note: COST },
}
