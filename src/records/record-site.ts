import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Permission, WebEnv } from '../access/index.ts'
import type { Clock } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'
import type { Fields } from './field.ts'
import type { ListPageProps, RecordPlace } from './list-page.tsx'
import type { RecordPageProps } from './record-page.tsx'
import type { RecordKind } from './record.ts'

/** What the pages of a kind need, and where they are. */
export interface RecordSite<Shape extends Fields, Read extends Permission, Write extends Permission> {
  kind: RecordKind<string, Shape, Read, Write>
  records: Records
  clock: Clock
  place: RecordPlace
  /** Pages of the room's own in place of these. */
  pages: {
    list?: (props: ListPageProps<Shape>, c: Context<WebEnv>) => Child | Promise<Child>
    record?: (props: RecordPageProps<Shape>, c: Context<WebEnv>) => Child | Promise<Child>
  }
}
