import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, relative } from 'node:path'
import type { Instant } from '../platform/day.ts'
import type { Checked } from '../platform/errors.ts'

export interface DataSetting {
  /** How long a snapshot is kept after it was loaded. A change applies to later loads only. */
  monthsKept: number
  /** The folder whose files are loaded automatically: an absolute path on the server. */
  watchedFolder: string | null
  /** False: the folder is named, but not watched. */
  watching: boolean
  /**
   * A load of the watched folder takes tables that its files do not bring over from the snapshot in use. False: such a
   * load is refused.
   */
  carryForward: boolean
  /** Ids and names that differ by how they are written alone are joined where one form is clearly the house's. */
  joinIds: boolean
}

/** What the last look at the watched folder found. */
export interface LastLook {
  at: Instant
  sentence: string
}

/**
 * A snapshot is kept for a year after it was loaded, then deleted as a file. Each month's load holds the months
 * before it too, so an older one is only needed to explain a figure that was published from it, and Boards look back
 * a year; the figure itself stays in the records for ever.
 */
export const DEFAULT_SETTING: DataSetting = {
  monthsKept: 12,
  watchedFolder: null,
  watching: false,
  carryForward: false,
  joinIds: true,
}

export const MAX_MONTHS_KEPT = 84

/** What was typed, as it is shown again when it is wrong. */
export interface TypedSetting {
  monthsKept: string
  watchedFolder: string
  watching: boolean
  carryForward: boolean
  joinIds: boolean
}

/** The folder must be on this machine, and neither in the data folder nor around it. */
export async function checkSetting(typed: TypedSetting, dataDir: string): Promise<Checked<DataSetting>> {
  const errors: Record<string, string> = {}
  const months = typed.monthsKept.trim()
  const monthsKept = /^\d{1,3}$/.test(months) ? Number(months) : 0
  if (monthsKept < 1 || monthsKept > MAX_MONTHS_KEPT) {
    errors['months_kept'] = `Enter how many months a load is kept, from 1 to ${MAX_MONTHS_KEPT}`
  }
  const folder = typed.watchedFolder.trim()
  const fault = folder === '' ? null : await folderFault(folder, dataDir)
  if (fault) errors['watched_folder'] = fault
  if (folder === '' && typed.watching) errors['watched_folder'] = 'Enter the folder to watch'
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return {
    ok: true,
    value: {
      monthsKept,
      watchedFolder: folder === '' ? null : folder,
      watching: typed.watching,
      carryForward: typed.carryForward,
      joinIds: typed.joinIds,
    },
  }
}

/** Why a folder cannot be watched, in a sentence; null when it can. */
export async function folderFault(folder: string, dataDir: string): Promise<string | null> {
  if (!isAbsolute(folder)) return 'Enter the whole path of the folder on the server, beginning with /'
  const found = await stat(folder).catch(() => null)
  if (!found) return 'There is no such folder on the server'
  if (!found.isDirectory()) return 'That is a file: enter the folder that it is in'
  const [ours, theirs] = await Promise.all([realpath(dataDir).catch(() => dataDir), realpath(folder)])
  if (isWithin(ours, theirs) || isWithin(theirs, ours)) {
    return 'Enter a folder apart from the data folder of Waymark'
  }
  return null
}

function isWithin(folder: string, path: string): boolean {
  const route = relative(folder, path)
  return route === '' || (!route.startsWith('..') && !isAbsolute(route))
}
