export { writeWorkLists } from './lists/write-lists.ts'
export { installTaskforce } from './taskforce/install.ts'
export { installClinics } from './clinics/install.ts'
export { installMissing } from './missing/install.ts'
