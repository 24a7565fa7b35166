import { code, codeSet } from '../../code-set.ts'

export const legalStatus = codeSet(
  [
    code('C1', 'C1: ICO', 'Interim care order'),
    code('C2', 'C2: FCO', 'Full care order'),
    code('D1', 'D1: Freeing order', 'Freeing order granted'),
    code('E1', 'E1: Placement order', 'Placement order granted', [
      'PO',
      // A placement order suspends the care order, and is the one that is returned.
      'CLA - Concurrent Placement Order & Care Order',
      'CLA - E1 - Placement order granted AND C2 - Full Care Order',
      'Placement Order & Full Care Order granted on same day',
      'Placement Order or Full Care Order/ Placement Order granted simultaneously',
    ]),
    code('V2', 'V2: Single period under S20', 'Single period of accommodation under section 20'),
    code(
      'L1',
      'L1: Police protection LA accommodation',
      'Under police protection and in local authority accommodation',
    ),
    code('L2', 'L2: EPO', 'Emergency protection order (EPO)'),
    code(
      'L3',
      'L3: Child assessment order LA accommodation',
      'Under child assessment order and in local authority accommodation',
    ),
    code(
      'J1',
      'J1: Remanded to LA or youth detention',
      'Remanded to local authority accommodation or to youth detention accommodation',
    ),
    code(
      'J2',
      'J2: LA accommodation under PACE',
      'Placed in local authority accommodation under PACE, including secure accommodation.',
    ),
    code('J3', 'J3: Youth rehabilitation order', 'Sentenced to Youth Rehabilitation Order'),
    code(
      'V3',
      'V3: Short term breaks, episodes recorded',
      'Accommodated under an agreed series of short-term breaks, when individual episodes of care are recorded',
    ),
    code(
      'V4',
      'V4: Short term breaks, agreements recorded',
      'Accommodated under an agreed series of short-term breaks, when agreements are recorded (NOT individual episodes of care)',
    ),
  ],
  {
    token: /\b(C[12]|D1|E1|V[234]|L[123]|J[123])\b/g,
    words: [
      [/agreed series|short term breaks|series of/, 'V4'],
      [/placement order/, 'E1'],
      [/freed for|freeing order/, 'D1'],
      [/interim care|\bico\b/, 'C1'],
      [/\bcare order|\bfco\b/, 'C2'],
      [/emergency protection|\bepo\b/, 'L2'],
      [/police (protection|powers)/, 'L1'],
      [/child assessment/, 'L3'],
      [/\bpace\b/, 'J2'],
      [/remand|committed for trial/, 'J1'],
      [/youth rehab|supervision order|sentenced|cypa|\b12aa\b/, 'J3'],
      [/s(ection|ec)? ?20\b|single period|voluntary/, 'V2'],
    ],
  },
)
