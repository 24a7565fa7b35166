/**
 * The groups that LIIA's cleaner files values under, by the letter each group opens with, and our codes that belong in
 * each. LIIA's groups are coarser than Ofsted's codes. What stands for "not known" is met by our unknown as well.
 */
interface Groups {
  codes: Readonly<Record<string, string>>
  unknown?: readonly string[]
}

const THREE_WAY: Groups = { codes: { True: 'yes', False: 'no', Unknown: 'unknown' }, unknown: ['Unknown'] }
const NEED: Groups = {
  codes: { a: 'N1', b: 'N2', c: 'N3', d: 'N4', e: 'N5', f: 'N6', g: 'N7', h: 'N8', i: 'N9', j: 'N0' },
  unknown: ['j', 'zzCodeError'],
}

export const LIIA_GROUPS: Readonly<Record<string, Groups>> = {
  yes_no: THREE_WAY,
  yes_no_unknown: THREE_WAY,
  ffa_flag: THREE_WAY,
  referral_nfa: THREE_WAY,
  disability: THREE_WAY,
  child_seen: THREE_WAY,
  gender: { codes: { a: 'M', b: 'F', c: 'U', d: 'I', 'a) Male / d) Neither': 'M I' }, unknown: ['c'] },
  ethnicity: {
    codes: {
      a: 'WBRI WIRI WIRT WOTH WROM',
      b: 'MWBC MWBA MWAS MOTH',
      c: 'AIND APKN ABAN AOTH',
      d: 'BCRB BAFR BOTH',
      e: 'CHNE OOTH',
      f: 'REFU NOBT',
    },
    unknown: ['f'],
  },
  contact_source: {
    codes: {
      a: '1A 1B 1C 1D',
      b: '2A',
      c: '2B',
      d: '3A 3B 3C 3D 3E 3F',
      e: '4',
      f: '5A 5B 5C 5D',
      g: '6',
      h: '7',
      i: '8',
      j: '9',
      k: '10',
    },
    unknown: ['k'],
  },
  primary_need: NEED,
  category_of_need: NEED,
  case_status: {
    codes: {
      a: 'looked_after',
      b: 'child_protection',
      c: 'child_in_need',
      d: 'open_assessment',
      e: 'closed',
    },
  },
  reason_for_closure: {
    codes: { a: 'RC1', b: 'RC2', c: 'RC3', d: 'RC4', e: 'RC5', f: 'RC6', g: 'RC7', h: 'RC8 RC9' },
    unknown: ['i'],
  },
  category_of_abuse: { codes: { a: 'NEG', b: 'PHY', c: 'SAB', d: 'EMO', e: 'MUL' } },
  legal_status: {
    codes: {
      a: 'C1',
      b: 'C2',
      c: 'D1',
      d: 'E1',
      e: 'V2',
      f: 'L1 L2 L3',
      g: 'J1 J2 J3',
      zzCodeError: 'V3 V4',
      // Two of its rows name the code and not the group.
      'J1: Remanded to LA or youth detention': 'J1',
      'J2: LA accommodation under PACE': 'J2',
    },
    unknown: ['zzCodeError'],
  },
  permanence_plan: {
    codes: {
      a: 'return_to_family',
      b: 'adoption',
      c: 'sgo_cao',
      d: 'supported_living',
      e: 'long_term_residential',
      f: 'long_term_fostering',
      g: 'other',
    },
  },
  reason_ceased_looked_after: {
    codes: {
      a: 'E11 E12',
      b: 'E2',
      c: 'E3',
      d: 'E4 E4A E4B',
      // Has no group for E17 and files it under two.
      e: 'E13 E17',
      f: 'E41',
      g: 'E43 E44 E45 E46 E47 E48',
      h: 'E5 E6',
      i: 'E7',
      j: 'E9',
      k: 'E14',
      l: 'E15',
      m: 'E16',
      n: 'E8 E17',
      zzCodeError: 'X1',
    },
    unknown: ['zzCodeError'],
  },
  placement_type: {
    codes: {
      a: 'U1 U2 U3 U4 U5 U6',
      b: 'A3 A4 A5 A6',
      c: 'P1',
      // Was written before K3, supported accommodation, and files its words here.
      d: 'P2 K3',
      e: 'P3',
      f: 'H5',
      g: 'K1',
      h: 'K2',
      i: 'R1',
      j: 'R2',
      k: 'R3',
      l: 'R5',
      m: 'S1',
      n: 'Z1',
      o: 'T0 T1 T2 T3 T4',
    },
  },
  placement_provider: { codes: { a: 'PR1', b: 'PR4', c: 'PR0 PR2 PR3 PR5' } },
  placement_location: { codes: { a: 'in', b: 'out' } },
  care_leaver_eligibility: {
    codes: { a: 'relevant', b: 'former_relevant', c: 'qualifying', d: 'eligible' },
    unknown: ['e'],
  },
  la_in_touch: { codes: { a: 'YES', b: 'NO REFU NREQ', d: 'DIED RHOM' }, unknown: ['c'] },
  accommodation_type: {
    codes: {
      a: 'B',
      b: 'C',
      c: 'D',
      d: 'E',
      e: 'G',
      f: 'H',
      g: 'K',
      h: 'R',
      i: 'S',
      j: 'T',
      k: 'U',
      l: 'V',
      m: 'W',
      n: 'X',
      o: 'Z',
      p: 'Y',
    },
    unknown: ['h'],
  },
  suitability: { codes: { a: 'yes', b: 'no' }, unknown: ['c'] },
  adoption_decision_reversed_reason: { codes: { a: 'RD1', b: 'RD2', c: 'RD3', d: 'RD4' } },
  adopter_leaving_reason: { codes: { a: '1', b: '2', c: '3' } },
}

/** True when `code` (null: unknown) lands in the group, which is known by its whole text, by its letter or by its word. */
export function landsIn(codeSet: string, code: string | null, group: string): boolean {
  const groups = LIIA_GROUPS[codeSet]
  if (!groups) throw new Error(`No LIIA groups are known for ${codeSet}`)
  const key = group in groups.codes ? group : (/^([a-z])\)/.exec(group)?.[1] ?? group)
  if (code === null) return groups.unknown?.includes(key) ?? false
  return groups.codes[key]?.split(' ').includes(code) ?? false
}
