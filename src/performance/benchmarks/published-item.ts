/** When a published figure stands: over the year to 31 March, on 31 March, or on 30 September. */
export type PublishedAt = 'year' | 'march' | 'september'

/** One measure of the department's file, by its "Short Desc". */
export interface PublishedItem {
  /** As the department titles it. */
  title: string
  /** "%", "per 10,000", "children": what stands after a value. */
  unit: string
  source: string
  at: PublishedAt
  /** Decimals of a year that the file holds unrounded; any other year says itself how fine it is. */
  decimals: 0 | 1
}

const NEED = 'Department for Education, Characteristics of children in need'
const CARE = 'Department for Education, Children looked after in England'
const WORKFORCE = 'Department for Education, Children’s social work workforce'
const SPEND = 'Department for Education, LA and school expenditure'

type Item = readonly [title: string, unit: string, at: PublishedAt, decimals: 0 | 1]
const from = (source: string, items: Record<string, Item>): Record<string, PublishedItem> =>
  Object.fromEntries(
    Object.entries(items).map(([name, [title, unit, at, decimals]]) => [
      name,
      { title, unit, source, at, decimals },
    ]),
  )

/** Every item of the department's Local Authority Interactive Tool that a measure of ours can be held against. */
export const PUBLISHED_ITEMS: Readonly<Record<string, PublishedItem>> = {
  ...from(NEED, {
    'CPP_Total_Rateper10,000': ['Referrals to children’s social care', 'per 10,000', 'year', 1],
    CPP_Total_NumRef: ['Referrals to children’s social care', 'referrals', 'year', 0],
    ReReferral: ['Re-referrals within 12 months of the previous referral', '%', 'year', 1],
    CIN_Refferals_NFA: ['Referrals closed with no further action', '%', 'year', 1],
    'RefBySource_Police_%': ['Referrals whose source is the police', '%', 'year', 1],
    'RefBySource_Schl_%': ['Referrals whose source is a school', '%', 'year', 1],
    'RefBySource_HealthServ_%': ['Referrals whose source is a health service', '%', 'year', 1],
    Continue_Assess_Comp: ['Assessments completed within 45 working days', '%', 'year', 1],
    Referrals_AssessedNotNeed: ['Referrals assessed and found not in need', '%', 'year', 1],
    Section_47: ['Section 47 enquiries started', 'per 10,000', 'year', 1],
    ISCP_Conf: ['Initial child protection conferences', 'per 10,000', 'year', 1],
    CP_conf_15days: ['Initial conferences held within 15 working days', '%', 'year', 1],
    CIN: ['Children in need on 31 March', 'per 10,000', 'march', 1],
    CINTime2more: ['Children in need for two years or more', '%', 'march', 1],
    CPP_rate: ['Children with a child protection plan on 31 March', 'per 10,000', 'march', 1],
    CPP_Num: ['Children with a child protection plan on 31 March', 'children', 'march', 0],
    CPP_Abuse_Rate: ['Child protection plans started', 'per 10,000', 'year', 1],
    CPP_Abuse: ['Child protection plans started', 'plans', 'year', 0],
    DeRegCPR: ['Child protection plans ended', 'per 10,000', 'year', 1],
    CPPlans2yrsActive: ['Children on a plan for two years or more on 31 March', '%', 'march', 1],
    CPPlans2yrs: ['Plans ended that had lasted two years or more', '%', 'year', 1],
    PrevRegCPR: ['Plans started that were a second or later plan', '%', 'year', 1],
    ReRegCPR: ['Plans started that were a second or later plan', 'plans', 'year', 0],
    RevCP: ['Child protection cases reviewed in time', '%', 'march', 1],
  }),
  ...from(CARE, {
    LAC: ['Children looked after on 31 March', 'per 10,000', 'march', 0],
    LACnum: ['Children looked after on 31 March', 'children', 'march', 0],
    Unacc_Asylmn_Seek_Childn: ['Unaccompanied children looked after on 31 March', 'children', 'march', 0],
    'Unacc_Asylmn_Seek_Childn%': ['Looked after children who are unaccompanied', '%', 'march', 0],
    LAC_Start_Rate: ['Children who started to be looked after', 'per 10,000', 'year', 0],
    LACnum_Start: ['Children who started to be looked after', 'children', 'year', 0],
    LAC_Cease_Rate: ['Children who ceased to be looked after', 'per 10,000', 'year', 0],
    LACceased: ['Children who ceased to be looked after', 'children', 'year', 0],
    LACStable_2016on: ['Children with three or more placements in the year', '%', 'march', 0],
    'LAC_LongStable%': ['Children in one placement for two years or more', '%', 'march', 0],
    LACDistance: ['Children placed over 20 miles from home, outside the authority', '%', 'march', 0],
    'LACHealth%': ['Looked after children with a health check in the year', '%', 'march', 0],
    'LACDental%': ['Looked after children with a dental check in the year', '%', 'march', 0],
    Emotional_LAC: ['Average strengths and difficulties score', 'points', 'march', 1],
    Stability_SocialWorker: ['Children with three or more social workers in the year', '%', 'march', 0],
    Children_missing: ['Looked after children who went missing in the year', '%', 'year', 0],
    Children_Away: ['Looked after children away without authorisation in the year', '%', 'year', 0],
    CareLeavers_LA_NotInTouch: ['Care leavers of 19 to 21 not in touch', '%', 'year', 0],
    CareLeaverEET: ['Care leavers of 19 to 21 in education, employment or training', '%', 'year', 0],
    CareLeaverAcc: ['Care leavers of 19 to 21 in suitable accommodation', '%', 'year', 0],
    StayingPut: ['Care leavers of 19 or 20 staying put', '%', 'year', 0],
    '%_of LAC Adopted': ['Children who ceased to be looked after and were adopted', '%', 'year', 0],
    'No_of LAC Adopted': ['Looked after children adopted in the year', 'children', 'year', 0],
  }),
  ...from(WORKFORCE, {
    Work_Force_Vac_Rate: ['Social worker vacancies', '%', 'september', 1],
    Work_Force_TO_Rate: ['Social worker turnover', '%', 'september', 1],
    Work_Force_Agecy_Rate: ['Agency social workers', '%', 'september', 1],
    Work_Force_AvgNumCase_SW: [
      'Cases for each full-time worker',
      'children per full-time worker',
      'september',
      1,
    ],
    Work_Force_SWAbsence: ['Social worker absence', '%', 'september', 1],
  }),
  ...from(SPEND, {
    LACFinance: ['Looked after children, a week', '£ a week', 'year', 0],
    RescareFinance: ['Residential care, a week', '£ a week', 'year', 0],
    FosteringFinance: ['Fostering, a week', '£ a week', 'year', 0],
  }),
}
