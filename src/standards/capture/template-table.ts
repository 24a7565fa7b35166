import { templateTitle, type CaptureColumn, type CaptureTemplate, type CellKind } from './template.ts'
import { EVERY_TEMPLATE } from './templates.ts'
import { column, type FieldSpec, type FieldType, type TableSpec } from '../table.ts'
import { codeSetName, isNational, YES_NO } from './code-sets.ts'

/** A template as a table that files are read into. Its columns' names are the headers. */
export interface TemplateTable extends TableSpec {
  template: CaptureTemplate
}

const TYPES: Readonly<Record<CellKind, FieldType>> = {
  child: 'id',
  worker: 'id',
  reference: 'id',
  text: 'string',
  code: 'category',
  day: 'date',
  moment: 'moment',
  month: 'month',
  yes_no: 'boolean',
  count: 'integer',
  number: 'decimal',
  pounds: 'money',
}

/** What the column that names a child is called in Annex A. */
const CHILD_ALIASES = ['Child Unique ID']

function fieldOf(template: string, name: string, spec: CaptureColumn): FieldSpec {
  const { kind, isRequired: required, mayLieAhead } = spec
  const own = codeSetName(template, name)
  const type = isNational(own) ? 'category' : TYPES[kind]
  return column(name, name, type, {
    required,
    mayLieAhead,
    codeSet: type === 'category' ? own : type === 'boolean' ? YES_NO : null,
    aliases: kind === 'child' ? CHILD_ALIASES : [],
  })
}

function tableOf(template: CaptureTemplate): TemplateTable {
  const { name, key, order, keptFirst, sameWithinDays, columns } = template
  const isDay = (column: string) => ['day', 'month'].includes(columns[column]!.kind)
  return {
    template,
    source: 'capture',
    table: `capture/${name}`,
    called: `the ${name.replaceAll('-', ' ')} template`,
    name: templateTitle(template),
    naturalKey: key,
    // The first column of the key says of whom or what the row is, and a day in the key says when.
    subject: key.find((column) => !isDay(column)) ?? null,
    eventDate: key.find(isDay) ?? null,
    sequences: order,
    ...(keptFirst && { keptFirst }),
    ...(sameWithinDays !== undefined && { sameWithinDays }),
    fields: Object.entries<CaptureColumn>(columns).map(([column, spec]) => fieldOf(name, column, spec)),
  }
}

export const TEMPLATE_TABLES: readonly TemplateTable[] = EVERY_TEMPLATE.map(tableOf)
