/** One element for each line, so that lines can be told: the header of a census of a year takes the first ten. */
export function censusXml(year: number, children: readonly string[], header: readonly string[] = []): string {
  const own =
    header.length > 0 ? header : [`<Year>${year}</Year>`, `<ReferenceDate>${year}-03-31</ReferenceDate>`]
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<Message>',
    '<Header>',
    '<CollectionDetails>',
    '<Collection>CIN</Collection>',
    ...own,
    '</CollectionDetails>',
    '</Header>',
    '<Children>',
    ...children,
    '</Children>',
    '</Message>',
  ].join('\n')
}

export const identifiers = (id: string, more = '<Sex>F</Sex>'): string =>
  `<ChildIdentifiers><LAchildID>${id}</LAchildID><PersonBirthDate>2010-06-01</PersonBirthDate>${more}</ChildIdentifiers>`

export const CHARACTERISTICS =
  '<ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>NONE</Disability></Disabilities></ChildCharacteristics>'

/** A child of a census since 2025, an element of theirs on each line; in `inner` the blocks of referrals. */
export const child = (id: string, ...inner: readonly string[]): string[] => [
  '<Child>',
  identifiers(id),
  CHARACTERISTICS,
  ...inner,
  '</Child>',
]

/** A referral that was taken on, and is open; `inner` stands where the census has assessments and enquiries. */
export const details = (on: string, inner = '', after = ''): string =>
  `<CINdetails><CINreferralDate>${on}</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode>` +
  `${inner}<ReferralNFA>0</ReferralNFA>${after}</CINdetails>`

export const assessment = (from: string, to: string | null, ...factors: readonly string[]): string =>
  `<Assessments><AssessmentActualStartDate>${from}</AssessmentActualStartDate>` +
  (to === null ? '' : `<AssessmentAuthorisationDate>${to}</AssessmentAuthorisationDate>`) +
  (factors.length === 0
    ? ''
    : `<FactorsIdentifiedAtAssessment>${factors.map((factor) => `<AssessmentFactors>${factor}</AssessmentFactors>`).join('')}</FactorsIdentifiedAtAssessment>`) +
  '</Assessments>'

export const enquiry = (on: string, conference: string | null): string =>
  `<Section47><S47ActualStartDate>${on}</S47ActualStartDate>` +
  (conference === null ? '' : `<DateOfInitialCPC>${conference}</DateOfInitialCPC>`) +
  `<ICPCnotRequired>${conference === null ? 1 : 0}</ICPCnotRequired></Section47>`

export const plan = (from: string, to: string | null, ...reviews: readonly string[]): string =>
  `<ChildProtectionPlans><CPPstartDate>${from}</CPPstartDate>` +
  (to === null ? '' : `<CPPendDate>${to}</CPPendDate>`) +
  '<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>' +
  '<NumberOfPreviousCPP>0</NumberOfPreviousCPP>' +
  (reviews.length === 0
    ? ''
    : `<Reviews>${reviews.map((on) => `<CPPreviewDate>${on}</CPPreviewDate>`).join('')}</Reviews>`) +
  '</ChildProtectionPlans>'
