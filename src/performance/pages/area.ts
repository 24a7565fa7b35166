const AREAS: Readonly<Record<string, string>> = {
  'front-door': 'Front door',
  assessment: 'Assessment',
  's47-icpc': 'Enquiries and conferences',
  cin: 'Children in need',
  cp: 'Child protection',
  lac: 'Children in our care',
  missing: 'Missing children',
  'care-leavers': 'Care leavers',
  adoption: 'Adoption',
  'early-help': 'Early help',
  workforce: 'Workforce',
  qa: 'Quality of practice',
  finance: 'Money',
  plan: 'The plan',
}

export const describeArea = (area: string): string => AREAS[area] ?? area
