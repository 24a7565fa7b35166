/**
 * The colours of data, most from the Analysis Function's palette. Orange always has its edge, and carries ink, not
 * white. Neighbours differ by 3 to 1, or have a white gap or a black line between them. Pale fills never carry meaning alone.
 */
export const INK = '#0b0c0c'
export const SECONDARY = '#484949'
export const WHITE = '#ffffff'
export const GRID = '#dfe3e6'
export const LINE = '#505a5f'
export const LIMIT = '#6f7a82'
export const MEAN = '#b6bfc6'
export const BAND = '#e9eff4'
export const PAST = '#7d93a6'
export const DARK_BLUE = '#12436D'
export const ORANGE = '#F46A25'
export const ORANGE_EDGE = '#8a3a10'
export const PURPLE = '#A285D1'
export const PURPLE_EDGE = '#54319f'
export const RED = '#ca3535'
export const GREEN = '#0f7a52'
