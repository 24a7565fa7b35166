import { publishedCodes } from '../code-set.ts'
import { assessmentFactors } from '../cin-census/code-sets.ts'

/** Codes that are published for columns which are kept as they are written. */
export const UPN_UNKNOWN = ['UN1', 'UN2', 'UN3', 'UN4', 'UN5']
export const SEND_UPN_UNKNOWN = ['UN1', 'UN2', 'UN3', 'UN5', 'UN8', 'UN9', 'UN10']
export const ASSESSMENT_FACTORS = publishedCodes(assessmentFactors)
export const SEN_NEEDS = 'SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD OTH'.split(' ')
export const EHC_OUTCOMES = ['Y', 'N', 'A', 'W', 'H']
export const EHC_CEASED = ['1', '2', '3', '4', '5', '6', '7', '8', '9']
export const GATEWAY_OUTCOMES = ['A', 'B', 'C', 'D']
export const SHORT_NOTICE_REASONS = ['A', 'B', 'C']
export const INITIAL_PLANS = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
export const FINAL_PLANS = [...INITIAL_PLANS, 'H']
export const PRE_PROCEEDINGS_OUTCOMES = ['Decision to Issue Care Proceedings', 'Decision to step down']
export const YES_NO_UNKNOWN = ['Yes', 'No', 'Unknown']
export const YES_NO_UNKNOWN_NOT_IN = [...YES_NO_UNKNOWN, 'Not in care proceedings']
