import { RETURN_CODES } from '../../ssda903/definition/code-sets.ts'

const spaced = (codes: string): readonly string[] => codes.split(' ')
const returned = (set: keyof typeof RETURN_CODES): readonly string[] => RETURN_CODES[set].codes

/** The published code sets, each code bare. Those of the looked-after return are shared with it. */
export const SSD_CODES = {
  activity: returned('activity'),
  accommodation: returned('accommodation'),
  legal_status: returned('legal_status'),
  placement_type: returned('placement_type'),
  placement_provider: returned('placement_provider'),
  reason_episode_ceased: returned('reason_episode_ceased'),
  reason_placement_change: returned('reason_placement_change'),
  ethnicity: spaced(
    'WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN CHNE AOTH BCRB BAFR BOTH OOTH REFU NOBT',
  ),
  sex: spaced('F M U'),
  gender: spaced('00 01 02 09'),
  upn_unknown: spaced('UN1 UN2 UN3 UN4 UN5'),
  yes_no: spaced('Y N'),
  primary_need: spaced('N1 N2 N3 N4 N5 N6 N7 N8 N9 N0'),
  category_of_need: spaced('N1 N2 N3 N4 N5 N6 N7 N8'),
  referral_source: spaced('1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10'),
  closure_reason: spaced('RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8 RC9'),
  disability: spaced('NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA'),
  category_of_abuse: ['Neglect', 'Physical abuse', 'Sexual abuse', 'Emotional abuse', 'Multiple'],
  rne: spaced('S L P T B U'),
  in_touch: spaced('YES NO DIED REFU NREQ RHOM'),
  eligibility: ['Relevant', 'Former Relevant', 'Eligible', 'Qualifying', 'No Current Eligibility'],
  suitable: spaced('1 2'),
  health_status: spaced('Planned Refused Cancelled Completed'),
  participation: spaced('PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7'),
  prev_perm: spaced('P1 P2 P3 P4 Z1'),
  worker_change: spaced('MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS'),
  missing_type: spaced('Missing Away'),
  reversed: spaced('RD1 RD2 RD3 RD4'),
  adopter_sex: spaced('F1 FF M1 MF MM'),
  adopter_legal: spaced('L0 L11 L12 L2 L3 L4'),
  sdq_reason: spaced('SDQ1 SDQ2 SDQ3 SDQ4 SDQ5'),
  zero_one: spaced('0 1'),
  sen_need: spaced('SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD OTH'),
  ehc_assessment_outcome: spaced('Y N A W H'),
  ehc_request_outcome: spaced('Y N A W H'),
  ehc_ceased: spaced('1 2 3 4 5 6 7 8 9'),
  send_upn_unknown: spaced('UN1 UN2 UN3 UN5 UN8 UN9 UN10'),
  gateway: spaced('A B C D'),
  short_notice: spaced('A B C'),
  initial_plan: spaced('A B C D E F G'),
  final_plan: spaced('A B C D E F G H'),
  ynu: spaced('Yes No Unknown'),
  ynu_not_in: ['Yes', 'No', 'Unknown', 'Not in care proceedings'],
  pre_pro_outcome: ['Decision to Issue Care Proceedings', 'Decision to step down'],
  order_type: ['Adoption', 'Special Guardianship', 'Child Arrangements Order/ Residence Order'],
  nfa: spaced('Yes No'),
  assessment_factors: spaced(
    '1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A 14A 15A 16A 17A 18A 19A 20 21 22A 23A 18B 18C 19B 19C 24A',
  ),
} as const

export type SsdCodeSetName = keyof typeof SSD_CODES
