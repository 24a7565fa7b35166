import type { Child } from 'hono/jsx'

/**
 * What a component's published parameters call `text` or `html`. `html` is JSX, so it is escaped like everything
 * else: there is no raw HTML in Waymark.
 */
export interface Words {
  text?: string | number | undefined
  html?: Child | undefined
}

/** Extra attributes for a component's element. `style` is not allowed by our content security policy. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

export interface StyledWords extends Words {
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** The markup where there is some, else the text, as the published macros choose. */
export const contentOf = (words: Words | undefined): Child => words?.html ?? words?.text ?? null

export const hasContent = (words: Words | undefined): boolean => Boolean(words?.html) || Boolean(words?.text)

/** A class attribute of the names that apply. */
export const classNames = (...names: readonly (string | false | undefined)[]): string =>
  names.filter(Boolean).join(' ')

/** Ids for `aria-describedby`; absent when nothing describes the field. */
export const described = (...ids: readonly (string | false | undefined)[]): string | undefined =>
  classNames(...ids) || undefined
