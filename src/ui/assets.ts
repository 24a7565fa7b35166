import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export interface Asset {
  body: string
  type: string
  /** Quoted, ready for the header. */
  etag: string
}

const asset = (body: string, type: string): Asset => ({
  body,
  type,
  etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
})

const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' }

/**
 * The Design System's stylesheet without what only gov.uk services may use: GDS Transport, and the royal crest.
 * https://design-system.service.gov.uk/styles/typeface/
 */
const withoutCrownProperty = (css: string): string =>
  css
    .replace(/@font-face\{[^}]*GDS Transport[^}]*\}/g, '')
    .replaceAll('GDS Transport,', '')
    .replace(/url\([^)]*crest[^)]*\)/g, 'none')
    .replace(/\/\*![^*]*exclusive use on gov\.uk[^*]*\*\//g, '')
    .replace(/\/\*# sourceMappingURL=.*?\*\//g, '')

let served: ReadonlyMap<string, Asset> | undefined

/** Everything under `/assets/` that is the same for every council, by path. Read once. */
export function assets(): ReadonlyMap<string, Asset> {
  if (served) return served
  const govuk = dirname(createRequire(import.meta.url).resolve('govuk-frontend'))
  const published = (file: string) => readFileSync(join(govuk, file), 'utf8')
  const ours = (file: string) => readFileSync(new URL(`./assets/${file}`, import.meta.url), 'utf8')
  const script = published('govuk-frontend.min.js').replace(/\/\/# sourceMappingURL=.*$/m, '')
  served = new Map([
    ['/assets/govuk.css', asset(withoutCrownProperty(published('govuk-frontend.min.css')), TYPES.css)],
    [
      '/assets/waymark.css',
      asset(
        ours('waymark.css') +
          ours('figures.css') +
          ours('plan.css') +
          ours('board.css') +
          ours('data.css') +
          ours('lists.css') +
          ours('clinics.css') +
          ours('home.css') +
          ours('conferences.css') +
          ours('print.css'),
        TYPES.css,
      ),
    ],
    ['/assets/govuk.js', asset(script, TYPES.js)],
    ['/assets/enhance.js', asset(ours('enhance.js'), TYPES.js)],
    ['/assets/mark.svg', asset(ours('mark.svg'), TYPES.svg)],
  ])
  return served
}

/** `/assets/council.css`: the council's own colour, `#rrggbb`, so that no page needs an inline style. */
export function councilCss(brandColour: string): Asset {
  const colour = /^#[0-9a-f]{6}$/i.test(brandColour) ? brandColour : '#0b4a4f'
  return asset(`:root { --govuk-brand-colour: ${colour}; --wm-brand: ${colour}; }\n`, TYPES.css)
}
