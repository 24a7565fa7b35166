export { writeQualityHarm } from './harm.ts'
export { qualityCases, qualityOf } from './quality-read.ts'
export { reconciliationOf } from './reconciliation-read.ts'
export { writeQuality } from './write-quality.ts'
