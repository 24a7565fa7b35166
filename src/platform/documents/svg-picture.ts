import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'

/** Its size is in the units of its SVG. */
export interface Picture {
  png: Buffer
  width: number
  height: number
}

let fonts: string[] | undefined

/** Arimo, which has Arial's metrics, from its package: a server has no fonts of its own, and text without one vanishes. */
function arimo(): string[] {
  if (fonts) return fonts
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/arimo/package.json'))
  fonts = ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'].map((file) => join(folder, file))
  return fonts
}

/** Draws an SVG as a PNG, twice as fine as its own units so that it is sharp on paper. */
export function svgPicture(svg: string): Picture {
  const drawn = new Resvg(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: arimo(),
      defaultFontFamily: 'Arimo',
      sansSerifFamily: 'Arimo',
    },
    fitTo: { mode: 'zoom', value: 2 },
    background: '#ffffff',
  }).render()
  return { png: drawn.asPng(), width: drawn.width / 2, height: drawn.height / 2 }
}
