// A drop from the desktop, as Chromium gets it: by paths, folders included.
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'

export interface Place {
  readonly x: number
  readonly y: number
}

async function middleOf(page: Page): Promise<Place> {
  return page.evaluate(() => ({ x: Math.round(innerWidth / 2), y: Math.round(innerHeight / 2) }))
}

export async function drop(page: Page, paths: readonly string[], at?: Place): Promise<void> {
  const { x, y } = at ?? (await middleOf(page))
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: paths.map((path) => resolve(path)), dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x, y, data })
  await session.detach()
}
