/** Addresses that pages of one room link to in another, so that no page has to know where the other is mounted. */

/** By the child's opaque ref. */
export const childHref = (ref: string): string => `/children/${ref}`
/** By the id of a series. */
export const measureHref = (seriesId: string): string => `/measures/${seriesId}`
export const recommendationHref = (id: string): string => `/plan/recommendations/${id}`
export const actionHref = (id: string): string => `/plan/actions/${id}`
/** Where people come in from a file. */
export const PEOPLE_FILE = '/people-import'
