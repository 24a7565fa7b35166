import { code, codeSet } from '../../code-set.ts'

export const placementType = codeSet(
  [
    code(
      'U1',
      'a) U1: Foster placement - relatives - long term',
      'Foster placement with relative(s) or friend(s) – long term fostering',
    ),
    code(
      'U2',
      'b) U2: Foster placement - relative - FFA',
      'Fostering placement with relative(s) or friend(s) who is/are also an approved adopter(s) – FFA/concurrent planning',
    ),
    code(
      'U3',
      'c) U3: Foster placement - relative - not FFA',
      'Fostering placement with relative(s) or friend(s) who is/are not long-term or FFA/concurrent planning',
    ),
    code(
      'U4',
      'd) U4: Foster placement - long term',
      'Foster placement with other foster carer(s) – long term fostering',
    ),
    code(
      'U5',
      'e) U5: Foster placement - FFA',
      'Foster placement with other foster carer(s) who is/are also an approved adopter(s) – FFA/concurrent planning',
    ),
    code(
      'U6',
      'f) U6: Foster placement - not FFA',
      'Foster placement with other foster carer(s) – not long term or FFA/concurrent planning',
    ),
    code(
      'A3',
      'g) A3: Placed for adoption - consent - current foster',
      'Placed for adoption with parental/guardian consent with current foster carer (under Section 19 of the Adoption and Children Act 2002) or with a freeing order where parental/guardian consent has been given under Section 18(1)(a) of the Adoption Act 1976',
    ),
    code(
      'A4',
      'h) A4: Placed for adoption - consent - not foster',
      'Placed for adoption with parental/guardian consent not with current foster carer (under Section 19 of the Adoption and Children Act 2002) or with a freeing order where parental/guardian consent has been given under Section 18(1)(a) of the Adoption Act 1976',
    ),
    code(
      'A5',
      'i) A5: Placed for adoption - order - foster',
      'Placed for adoption with placement order with current foster carer (under Section 21 of the Adoption and Children Act 2002) or with a freeing order where parental/guardian consent was dispensed with under Section 18(1)(b) the Adoption Act 1976',
    ),
    code(
      'A6',
      'j) A6: Placed for adoption - order - not foster',
      'Placed for adoption with placement order not with current foster carer (under Section 21 of the Adoption and Children Act 2002) or with a freeing order where parental/guardian consent was dispensed with under Section 18(1)(b) of the Adoption Act 1976',
    ),
    code(
      'P1',
      'k) P1: Placed with parents',
      'Placed with own parents or other person with parental responsibility',
    ),
    code(
      'P2',
      'l) P2: Independent living',
      'Independent living like in a flat, lodgings, bedsit, B&B or with friends, with or without formal support',
    ),
    code('P3', 'm) P3: Residential employment', 'Residential employment'),
    code(
      'H5',
      'n) H5: Residential accommodation',
      'Semi-independent living accommodation not subject to Children’s Homes Regulations',
    ),
    code('K1', 'o) K1: Secure Children’s Homes', 'Secure Children’s Homes'),
    code('K2', 'p) K2: Children’s Homes', 'Children’s Homes subject to Children’s Homes Regulations'),
    code('R1', 'q) R1: Residential Care Home', 'Residential Care Home'),
    code(
      'R2',
      'r) R2: NHS/Health Trust',
      'National Health Service/Health Trust or other establishment providing medical or nursing care',
    ),
    code('R3', 's) R3: Family Centre or Mother and Baby Unit', 'Family Centre or Mother and Baby Unit'),
    code(
      'R5',
      't) R5: Young Offender Institution',
      'Young Offender Institution (YOI) or Secure Training Centre (STC)',
    ),
    code(
      'S1',
      'u) S1: Residential school',
      'All Residential schools, except where dual-registered as a school and Children’s Home',
    ),
    code(
      'Z1',
      'v) Z1: Other placements',
      'Other placements (must be listed on a schedule sent to DfE with annual submission)',
      // Once codes of their own: in refuge, and missing.
      ['M1', 'M2', 'M3'],
    ),
    code(
      'T0',
      'w) T0: Temporary placement',
      'All types of temporary move (see paragraphs above for further details)',
    ),
    code('T1', 'x) T1: Temporary placement - hospital', 'Temporary periods in hospital', [
      'Temporary accommodation of seven days or less, for any reason, not covered by codes T1 to T3',
      'Temporary accommodation of seven days or less, for any other reason not covered by codes T1 to T3',
      'Temporary accommodation of seven days or less, for any reason, not covered by codes T1 to T3 [T4]',
    ]),
    code('T2', 'y) T2: Temporary placement - holiday', 'Temporary absences of the child on holiday'),
    code(
      'T3',
      'z) T3: Temporary placement - carer holiday',
      'Temporary accommodation whilst normal foster carer is on holiday',
    ),
    code(
      'T4',
      'zz) T4: Temporary placement - seven days or less',
      'Temporary accommodation of seven days or less, for any reason, not covered by codes T1 to T3',
    ),
    code('K3', 'K3', 'Supported accommodation'),
  ],
  {
    token: /\b(U[1-6]|A[3-6]|P[123]|H5|K[123]|R[1235]|S1|Z1|T[0-4])(?:OUT|[AB]|(?<=Z1)\d\d)?\b/gi,
    words: [
      [/placed for adopt|^adoption|^a[12]\b/, 'A6'],
      [/(relative|friend).*(also an? approved|also approved|ffa out|friend ffa)/, 'U2'],
      [/(relative|friend).*not (long term|ffa)/, 'U3'],
      [/(relative|friend).*long term/, 'U1'],
      [
        /foster.*(relative|friend)|(relative|friend).*foster|family and friends|^reg(ulation)? 24|with (a )?relative|parent relative friend/,
        'U3',
      ],
      [/also an? approved|also approved/, 'U5'],
      [/foster.*not (long|ffa)/, 'U6'],
      [/foster.*long term/, 'U4'],
      [/foster|^fp (in|out)side|f carer|^[fq]\d\b/, 'U6'],
      [/(place\w*|with) .*(own )?parents?\b/, 'P1'],
      [/not subject to|semi independ/, 'H5'],
      [/independent living/, 'P2'],
      [/residential employment/, 'P3'],
      [/^secure (unit$|childrens|accom)|secure unit\b|^h[12]\b/, 'K1'],
      [/childrens? homes?|(?<!units )homes? and hostels?|home hostel|^h[34]\b/, 'K2'],
      [/\bnhs\b|health trust/, 'R2'],
      [/mother (and )?baby|family centre/, 'R3'],
      [/young offender|youth treatment|secure training|^ytc$/, 'R5'],
      [/residential school/, 'S1'],
      [/residential care home/, 'R1'],
      [/hospital/, 'T1'],
      [/holiday/, 'T2'],
      [/temporary|respite/, 'T0'],
      [/other placement|refuge|whereabouts|unauthorised/, 'Z1'],
    ],
  },
)

export const placementProvider = codeSet(
  [
    code(
      'PR0',
      'a) PR0: Parents/Parental responsibility',
      'Parents or other person with parental responsibility',
    ),
    code(
      'PR1',
      'b) PR1: Own provision',
      'Own provision (by the local authority) including a regional adoption agency where the child’s responsible local authority is the host authority',
    ),
    code(
      'PR2',
      'c) PR2: Other LA provision',
      'Other local authority provision, including a regional adoption agency where another local authority is the host authority',
    ),
    code('PR3', 'd) PR3: Other public provision', 'Other public provision (for example, a PCT)'),
    code('PR4', 'e) PR4: Private provision', 'Private provision'),
    code('PR5', 'f) PR5: Voluntary/third sector', 'Voluntary/third sector provision'),
  ],
  {
    token: /\b(PR[0-5])\b/gi,
    words: [
      [/\bparents?\b/, 'PR0'],
      [/other (la|local authority)/, 'PR2'],
      [/\bown\b|^local authority/, 'PR1'],
      [/public/, 'PR3'],
      [/^private/, 'PR4'],
      [/voluntary|third sector/, 'PR5'],
    ],
  },
)

export const placementLocation = codeSet([
  code('in', 'a) In', 'Inside', ['Yes', 'Y', 'In borough', 'In LA', 'Inside LA Boundary']),
  code('out', 'b) Out', 'Outside', ['No', 'N', 'Out of borough', 'Out of LA', 'Outside LA Boundary']),
])

export const laOfPlacement = codeSet(
  [
    code('NIR', 'NIR - Child placed in Northern Ireland', 'Child placed in Northern Ireland'),
    code('WAL', 'WAL - Child placed in Wales', 'Child placed in Wales'),
    code('SCO', 'SCO - Child placed in Scotland', 'Child placed in Scotland'),
    code('NUK', 'NUK - Child placed outside the UK', 'Child placed outside the UK'),
    code('CON', 'CON - Child placed in confidential placement', 'Child placed in confidential placement'),
  ],
  { open: true },
)
