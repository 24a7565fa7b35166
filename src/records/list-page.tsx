import type { Child } from 'hono/jsx'
import { dayInEngland, formatDay } from '../platform/day.ts'
import { ScrollRegion } from '../ui/charts/figure.tsx'
import { Button } from '../ui/components/button.tsx'
import { Details } from '../ui/components/details.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import { RecordTable } from '../ui/tables/record-table.tsx'
import { isStoredValue, type Field, type Fields } from './field.ts'
import type { RecordKind, RecordOf } from './record.ts'
import type { Withdrawal } from './record-store.ts'

/** Where a kind's pages are, and the section that they belong to. */
export interface RecordPlace {
  /** The address of the list: `/visits`. */
  at: string
  section: string
  /** Above the list. */
  breadcrumbs: readonly { text: string; href: string }[]
}

export interface ListPageProps<Shape extends Fields = Fields> {
  frame: FrameProps
  place: RecordPlace
  kind: RecordKind<string, Shape>
  /** In the order of the list. */
  records: readonly RecordOf<Shape>[]
  withdrawn: readonly { record: RecordOf<Shape>; withdrawal: Withdrawal }[]
  mayWrite: boolean
  /** In place of the sentence that counts them. */
  sentence?: { bold: string; rest?: string } | undefined
  /** Between the heading and the list. */
  children?: Child | undefined
}

/** A field of a record as people read it. */
export function formatField(field: Field, property: string, record: object): string {
  const value: unknown = new Map<string, unknown>(Object.entries(record)).get(property)
  return isStoredValue(value) && value !== null ? field.format(value) : ''
}

/** Numbers and money stand under each other by their last figure. */
const alignment = ({ control }: Field): 'numeric' | undefined =>
  control === 'number' || control === 'pounds' ? 'numeric' : undefined

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The list as files: without any record they have the columns alone, for somebody to fill in. */
const Downloads = ({ at, what = '' }: { at: string; what?: string }) => (
  <p class="wm-links">
    <a href={`${at}/records.csv`}>{`Download${what && ` ${what}`} as CSV`}</a>{' '}
    <a href={`${at}/records.xlsx`}>{`Download${what && ` ${what}`} as Excel`}</a>
  </p>
)

/** Every record of a kind; those that were withdrawn are listed apart. */
export function ListPage<Shape extends Fields>(props: ListPageProps<Shape>) {
  const { kind, records, withdrawn, place, mayWrite } = props
  const { words } = kind
  const count = records.length
  return (
    <Page frame={props.frame} title={words.title} section={place.section} breadcrumbs={place.breadcrumbs}>
      <PageHeading
        title={words.title}
        sentence={
          props.sentence ?? {
            bold:
              count === 0
                ? `There are no ${words.many} yet.`
                : `${count} ${count === 1 ? words.one : words.many}.`,
          }
        }
      />
      {mayWrite ? (
        <div class="govuk-button-group">
          <Button href={`${place.at}/new`} classes="govuk-button--secondary" text={`Add ${words.a}`} />
          <a class="govuk-link" href={`${place.at}/import`}>
            Bring in from a file
          </a>
        </div>
      ) : null}
      {props.children}
      {count === 0 ? (
        mayWrite && <Downloads at={place.at} what="an empty file" />
      ) : (
        <>
          <RecordList {...props} />
          <Downloads at={place.at} />
        </>
      )}
      {withdrawn.length > 0 ? (
        <Details summaryText={`${withdrawn.length} withdrawn`}>
          <ul class="govuk-list">
            {withdrawn.map(({ record, withdrawal }) => (
              <li>
                <RecordLink place={place} kind={kind} record={record} />, withdrawn on{' '}
                {formatDay(dayInEngland(withdrawal.at))}: {withdrawal.reason}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </Page>
  )
}

type Listed<Shape extends Fields> = Pick<ListPageProps<Shape>, 'place' | 'kind'>

const RecordLink = <Shape extends Fields>({
  place,
  kind,
  record,
}: Listed<Shape> & { record: RecordOf<Shape> }) => (
  <a class="govuk-link" href={`${place.at}/${record.id}`}>
    {kind.nameOf(record) || record.id}
  </a>
)

function RecordList<Shape extends Fields>({
  place,
  kind,
  records,
}: Listed<Shape> & { records: readonly RecordOf<Shape>[] }) {
  const { words } = kind
  const listed = Object.entries(kind.fields).filter(([property]) => kind.listed.includes(property))
  return (
    <ScrollRegion label={words.title}>
      <RecordTable
        caption={words.title}
        head={[
          { text: sentenceCase(words.one) },
          ...listed.map(([, field]) => ({ text: field.words.label, format: alignment(field) })),
        ]}
        rows={records.map((record) => [
          { html: <RecordLink place={place} kind={kind} record={record} /> },
          ...listed.map(([property, field]) => ({
            text: formatField(field, property, record),
            format: alignment(field),
          })),
        ])}
      />
    </ScrollRegion>
  )
}
