import { code, codeSet } from '../code-set.ts'

export const legalStatus = codeSet([
  code('C1', 'C1: ICO', 'Interim care order', [
    'C1 Interim care order',
    "Code 'C1' is not mapped",
    'INTERIM CARE ORDER [C1]',
    'CLA - C1 - Interim Care Order',
  ]),
  code('C2', 'C2: FCO', 'Full care order', [
    'C2 Care order',
    'C2 Full Care Order',
    'FULL CARE ORDER [C2]',
    'CLA - C2 - Care Order',
  ]),
  code('D1', 'D1: Freeing order', 'Freeing order granted', [
    'D1 Freeing order granted',
    'CLA - D1 - Freed for adoption',
    'D1 - Child Freed For Adoption',
  ]),
  code('E1', 'E1: Placement order', 'Placement order granted', [
    'E1 Placement order granted',
    'Placement order granted [E1]',
    'CLA - E1 - Placement order granted',
  ]),
  code('V2', 'V2: Single period under S20', 'Single period of accommodation under section 20', [
    "Code 'V2' is not mapped",
    'V2 ACCOMM UNDER SECTION 20',
    'V2 - Accommodated under S20',
    'V2 - S20 - Single Placement',
    'V2 - section 20 accommodation',
    'V2 - Single period of accommodation',
    'V2 Single period of accommodation under S20',
    'V2:Single period of voluntary accom - Sec20',
  ]),
  code(
    'L1',
    'L1: Police protection LA accommodation',
    'Under police protection and in local authority accommodation',
    [
      'L1 - PPO',
      'L1 Police Protection',
      "Code 'L1' is not mapped",
      'L1 - Under Police Protection S46(3)F CA 1989',
      'L1 - Under police protection in LA accommodation',
      'L1:Under police protection and in LA accomodation',
    ],
  ),
  code('L2', 'L2: EPO', 'Emergency protection order (EPO)', [
    'L2 Emergency protection order',
    'L2 Emergency protection order (EPO)',
    'L2 - Subject to emergency protection order',
    'CLA - L2 - Subject to emergency protection order',
  ]),
  code(
    'L3',
    'L3: Child assessment order LA accommodation',
    'Under child assessment order and in local authority accommodation',
    [
      'L3 - Child assessment order',
      'L3 Under child assessment order and in local authority accommodation',
      'CLA - L3 - Under child assessment order in local authority accommodation',
    ],
  ),
  code(
    'J1',
    'J1: Remanded to LA or youth detention',
    'Remanded to local authority accommodation or to youth detention accommodation',
    [
      'J1 - Remanded',
      "Code 'J1' is not mapped",
      'J1 Remanded to Local Authority Accomodation',
      'J1 - Remand Or Committed For Trial Or Sentence',
      'J1 - Remanded to LA accom or youth detention accom',
      'J1  [In LA on remand or committed for trial/sentence]',
      'J1 - In LAA on remand or committed for trial or on COSR',
    ],
  ),
  code(
    'J2',
    'J2: LA accommodation under PACE',
    'Placed in local authority accommodation under PACE, including secure accommodation.',
    [
      'J2 - Under PACE',
      'J2 Detained in SoJ accommodation',
      'J2 Detained in LA accommodation under PACE',
      'CLA - J2 - Detained in local authority accomodation under PACE',
    ],
  ),
  code('J3', 'J3: Youth rehabilitation order', 'Sentenced to Youth Rehabilitation Order', [
    'J3 - AYPA 1969 SO with residence requirement',
    'J3 - Sentenced to Youth Rehabilitation Order',
    'J3 - Sentenced to youth rehabilitation order w LA accom',
    'CLA - J3 - CYPA 1969 Supervision order with residence requirement',
    'J3 - Sentenced to CYPA 1969 supervision order with residence requirement',
  ]),
  code(
    'V3',
    'V3: Short term breaks, episodes recorded',
    'Accommodated under an agreed series of short-term breaks, when individual episodes of care are recorded',
  ),
  code(
    'V4',
    'V4: Short term breaks, agreements recorded',
    'Accommodated under an agreed series of short-term breaks, when agreements are recorded (NOT individual episodes of care)',
    [
      'V4 - Accommodation under a series of short term breaks',
      'CLA - V4 - Accommodated with breaks (no care episodes recorded)',
      'V4:Agreed Series of Short-Term Breaks where agreements are recorded',
    ],
  ),
])
