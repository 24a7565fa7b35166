export { writeWorkLists } from './lists/write-lists.ts'
