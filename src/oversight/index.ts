export { writeWorkLists } from './lists/write-lists.ts'
export { installClinics } from './clinics/install.ts'
export { installMissing } from './missing/install.ts'
