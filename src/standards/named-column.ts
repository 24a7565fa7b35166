import { column, type FieldSpec, type FieldType } from './table.ts'

/** A column of a standard whose published names serve as keys too. */
export interface NamedColumn<Type extends FieldType = FieldType> extends Partial<
  Pick<FieldSpec, 'required' | 'codeSet' | 'mayLieAhead' | 'aliases'>
> {
  type: Type
}

/** Fields in the order of the columns. */
export const namedFields = (columns: Readonly<Record<string, NamedColumn>>): FieldSpec[] =>
  Object.entries(columns).map(([name, { type, ...more }]) => column(name, name, type, more))
