/** The codes of one set, with the first and the last year's return in which those may stand that came or went. */
export interface ReturnCodeSet {
  codes: readonly string[]
  since?: Readonly<Record<string, number>>
  until?: Readonly<Record<string, number>>
}

const spaced = (codes: string): readonly string[] => codes.split(' ')

/** The published code sets of the return of children looked after (Crown copyright, Open Government Licence v3.0). */
export const RETURN_CODES = {
  sex: { codes: spaced('1 2 M F U'), since: { M: 2025, F: 2025, U: 2025 }, until: { '1': 2024, '2': 2024 } },
  ethnicity: {
    codes: spaced(
      'WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT',
    ),
  },
  zero_one: { codes: spaced('0 1') },
  upn_unknown: { codes: spaced('UN1 UN2 UN3 UN4 UN5') },
  reason_new_episode: { codes: spaced('S L P T B U') },
  legal_status: { codes: spaced('C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3') },
  category_of_need: { codes: spaced('N1 N2 N3 N4 N5 N6 N7 N8') },
  placement_type: {
    codes: spaced(
      'A3 A4 A5 A6 H5 K1 K2 K3 P1 P2 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1 Z11 Z12 Z13 Z14',
    ),
    since: { K3: 2025, Z11: 2026, Z12: 2026, Z13: 2026, Z14: 2026 },
    until: { H5: 2024, P2: 2024, Z1: 2025 },
  },
  placement_provider: { codes: spaced('PR0 PR1 PR2 PR3 PR4 PR5') },
  reason_episode_ceased: {
    codes: spaced('X1 E11 E12 E2 E3 E4A E4B E13 E41 E43 E44 E45 E46 E47 E48 E5 E6 E7 E8 E9 E14 E15 E16 E17'),
    since: { E45: 2019, E46: 2019, E47: 2019, E48: 2019 },
    until: { E43: 2018, E44: 2018 },
  },
  reason_placement_change: {
    codes: spaced('CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER'),
    since: { CUSTOD: 2019 },
  },
  participation: { codes: spaced('PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7') },
  missing: { codes: spaced('M A') },
  sdq_reason: { codes: spaced('SDQ1 SDQ2 SDQ3 SDQ4 SDQ5') },
  in_touch: { codes: spaced('YES NO DIED REFU NREQ RHOM') },
  activity: {
    codes: spaced('F1 P1 F2 P2 F3 P3 F4 P4 F5 P5 G4 G5 G6 0'),
    since: { F4: 2022, P4: 2022, F5: 2022, P5: 2022 },
    until: { F3: 2021, P3: 2021 },
  },
  accommodation: { codes: spaced('B C D E G H K R S T U V W X Y Z') },
  accommodation_and_suitability: {
    codes: spaced(
      'B1 B2 C1 C2 D1 D2 E1 E2 G1 G2 H1 H2 K1 K2 R1 R2 S1 S2 T1 T2 U1 U2 V1 V2 W1 W2 X1 X2 Y1 Y2 Z1 Z2 0',
    ),
  },
  sex_adopters: { codes: spaced('M1 F1 MM FF MF') },
  legal_status_adopters: { codes: spaced('L0 L11 L12 L2 L3 L4') },
  number_adopters: { codes: spaced('1 2') },
  previous_permanence: { codes: spaced('P1 P2 P3 P4 Z1') },
  la_permanence: { codes: spaced('WAL SCO NIR NUK') },
  reason_placed_ceased: { codes: spaced('RD1 RD2 RD3 RD4') },
  sw_reason: { codes: spaced('MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS') },
} as const satisfies Readonly<Record<string, ReturnCodeSet>>

export type ReturnCodeSetName = keyof typeof RETURN_CODES

/** The codes that may stand in the return of a year. */
export function codesOf(set: ReturnCodeSetName, year: number): string[] {
  const { codes, since = {}, until = {} }: ReturnCodeSet = RETURN_CODES[set]
  return codes.filter((code) => year >= (since[code] ?? year) && year <= (until[code] ?? year))
}
