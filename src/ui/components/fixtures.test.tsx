import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { raw } from 'hono/html'
import { expect, test } from 'vitest'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { Button } from './button.tsx'
import { Checkboxes } from './checkboxes.tsx'
import { DateInput } from './date-input.tsx'
import { Details } from './details.tsx'
import { ErrorMessage } from './error-message.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Fieldset } from './fieldset.tsx'
import { FileUpload } from './file-upload.tsx'
import { Hint } from './hint.tsx'
import { Input } from './input.tsx'
import { InsetText } from './inset-text.tsx'
import { Label } from './label.tsx'
import { NotificationBanner } from './notification-banner.tsx'
import { Pagination } from './pagination.tsx'
import { PasswordInput } from './password-input.tsx'
import { Radios } from './radios.tsx'
import { Select } from './select.tsx'
import { ServiceNavigation } from './service-navigation.tsx'
import { SkipLink } from './skip-link.tsx'
import { SummaryList } from './summary-list.tsx'
import { Table } from './table.tsx'
import { Tag } from './tag.tsx'
import { TaskList } from './task-list.tsx'
import { Textarea } from './textarea.tsx'
import { WarningText } from './warning-text.tsx'

/**
 * Every component is held to the fixtures published with govuk-frontend: the same parameters give the same elements,
 * attributes and words. What the fixtures call `html` is text there and JSX here, so the test marks it as raw markup;
 * at the top level of a component it is the children.
 */
const COMPONENTS: Record<string, (props: never) => unknown> = {
  breadcrumbs: Breadcrumbs,
  button: Button,
  checkboxes: Checkboxes,
  'date-input': DateInput,
  details: Details,
  'error-message': ErrorMessage,
  'error-summary': ErrorSummary,
  fieldset: Fieldset,
  'file-upload': FileUpload,
  hint: Hint,
  input: Input,
  'inset-text': InsetText,
  label: Label,
  'notification-banner': NotificationBanner,
  pagination: Pagination,
  'password-input': PasswordInput,
  radios: Radios,
  select: Select,
  'service-navigation': ServiceNavigation,
  'skip-link': SkipLink,
  'summary-list': SummaryList,
  table: Table,
  tag: Tag,
  'task-list': TaskList,
  textarea: Textarea,
  'warning-text': WarningText,
}

/** Components whose own `html` stays a property, because it is one of a pair inside a bigger component. */
const KEEP_HTML = new Set(['label', 'hint', 'error-message'])

/** Parameters that we leave out, and why. */
const LEFT_OUT: Record<string, string> = {
  slots: 'the navigation carries sections alone',
  chooseFilesButtonText: 'Waymark speaks English, which is the script’s own',
  showPasswordText: 'Waymark speaks English, which is the script’s own',
}

/** Fixtures without these are left out: our types ask for them, so the component cannot be written so. */
const REQUIRED: Record<string, readonly string[]> = {
  'phase-banner': ['tag'],
  select: ['items'],
}

const govuk = join(dirname(createRequire(import.meta.url).resolve('govuk-frontend')), 'components')

interface Fixture {
  name: string
  options: Record<string, unknown>
  html: string
}

const fixturesOf = (component: string): Fixture[] =>
  (JSON.parse(readFileSync(join(govuk, component, 'fixtures.json'), 'utf8')) as { fixtures: Fixture[] })
    .fixtures

/** The fixture's parameters as our props: markup is marked as such. */
function propsOf(component: string, options: Record<string, unknown>): Record<string, unknown> {
  const convert = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(convert)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        /^(html|titleHtml|summaryHtml)$/.test(key) && typeof inner === 'string' ? raw(inner) : convert(inner),
      ]),
    )
  }
  const props = convert(options) as Record<string, unknown>
  const children =
    props['html'] ??
    (typeof props['descriptionHtml'] === 'string' ? raw(props['descriptionHtml']) : undefined)
  if (KEEP_HTML.has(component) || children === undefined) return props
  const { html: _html, ...rest } = props
  return { ...rest, children }
}

const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
])
const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&ctdot;': '⋯',
  '&nbsp;': '\u00a0',
}
const decode = (text: string) => text.replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity)
const spaced = (text: string) => decode(text).replace(/\s+/g, ' ').trim()

/** HTML as a list of tags with their attributes in order of name, and of words with plain spaces. */
export function tokens(html: string): string[] {
  const found: string[] = []
  for (const [, close, name, attributes, text] of html.matchAll(
    /<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^>"])*)>|([^<]+)/gi,
  )) {
    if (name === undefined) {
      if (spaced(text ?? '')) found.push(spaced(text ?? ''))
    } else if (close) {
      if (!VOID.has(name)) found.push(`</${name}>`)
    } else {
      const pairs = [...(attributes ?? '').matchAll(/([^\s=/"]+)(?:="([^"]*)")?/g)].map(
        ([, key, value]) => `${key}="${spaced(value ?? '')}"`,
      )
      found.push(`<${[name, ...pairs.sort()].join(' ')}>`)
      if (/\/\s*$/.test(attributes ?? '') && !VOID.has(name)) found.push(`</${name}>`)
    }
  }
  return found
}

const leftOut = (component: string, fixture: Fixture) =>
  Object.keys(fixture.options).some((option) => Object.hasOwn(LEFT_OUT, option)) ||
  (REQUIRED[component] ?? []).some((option) => !Object.hasOwn(fixture.options, option))

for (const [name, Component] of Object.entries(COMPONENTS)) {
  test(`${name} renders as its published fixtures do`, () => {
    for (const fixture of fixturesOf(name).filter((fixture) => !leftOut(name, fixture))) {
      const node = Component(propsOf(name, fixture.options) as never) as { toString(): string } | null
      expect(tokens(node?.toString() ?? ''), fixture.name).toEqual(tokens(fixture.html))
    }
  })
}

test('few fixtures are left out', () => {
  const all = Object.keys(COMPONENTS).flatMap((name) =>
    fixturesOf(name).map((fixture) => ({ name, fixture })),
  )
  expect(all.filter(({ name, fixture }) => leftOut(name, fixture))).toHaveLength(9)
  expect(all).toHaveLength(546)
})
