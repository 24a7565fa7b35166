import { expect, test } from 'vitest'
import { assets, councilCss } from './assets.ts'

test('neither GDS Transport nor the crown is served: they belong to gov.uk', () => {
  const all = [...assets().values()].map((asset) => asset.body).join('\n')
  expect(['GDS Transport', 'crest', '.woff'].filter((word) => all.includes(word))).toEqual([])
})

test('nothing that is served fetches anything from elsewhere', () => {
  for (const [path, asset] of assets()) {
    expect(asset.body.replaceAll('http://www.w3.org/2000/svg', ''), path).not.toMatch(
      /url\(["']?https?:|@import|sourceMappingURL/,
    )
  }
})

test('the council’s colour is a stylesheet of one rule, and only a colour', () => {
  expect(councilCss('#123abc').body).toContain('--govuk-brand-colour: #123abc')
  expect(councilCss('red; } body { display: none').body).toContain('#0b4a4f')
})

test('an asset keeps its tag while its words stay the same', () => {
  expect(councilCss('#123abc').etag).toBe(councilCss('#123abc').etag)
  expect(councilCss('#123abc').etag).not.toBe(councilCss('#123abd').etag)
})
