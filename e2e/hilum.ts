// What a spec imports: Playwright's test with the app opened, and the same expect.
import { test as base, expect, type TestInfo } from '@playwright/test'
import { rm } from 'node:fs/promises'
import { chooseHost, type HostName } from './choose-host.ts'
import { launch } from './launch.ts'
import type { Hilum, OpenOptions } from './opened-app.ts'

export type { Hilum, OpenOptions } from './opened-app.ts'

export interface Fixtures {
  /** The host that this run has. */
  readonly host: HostName
  /** How `hilum` is opened; set it with test.use({ open: { paths: [...] } }). */
  readonly open: OpenOptions
  /** Opens the app; each is closed when its test ends. */
  readonly openHilum: (options?: OpenOptions) => Promise<Hilum>
  /** The app, opened once for the test. */
  readonly hilum: Hilum
}

/** Keeps what a failed test leaves to look at. */
async function keepTraces(info: TestInfo, app: Hilum, number: number): Promise<void> {
  await info.attach(`main-${number}.log`, { body: app.mainLog(), contentType: 'text/plain' })
  if (app.page.isClosed()) return
  const path = info.outputPath(`window-${number}.png`)
  await app.page.screenshot({ path, timeout: 5000 })
  await info.attach(`window-${number}.png`, { path, contentType: 'image/png' })
}

async function closeAll(apps: readonly Hilum[], info: TestInfo): Promise<void> {
  const failed = info.status !== info.expectedStatus
  for (const [number, app] of apps.entries()) {
    if (failed) await keepTraces(info, app, number + 1)
    await app.close()
  }
  for (const { userData } of apps) await rm(userData, { recursive: true, force: true, maxRetries: 3 })
  // A member that the stand-in lacks is a fault of the run, even where the app caught the error.
  expect(apps.flatMap((app) => app.lacking)).toEqual([])
}

export const test = base.extend<Fixtures & { readonly needsHost: void }>({
  needsHost: [
    async ({}, use) => {
      base.skip(chooseHost() === undefined, 'needs Electron’s runtime, Chromium, Chrome or Edge')
      await use()
    },
    { auto: true },
  ],
  host: async ({}, use) => use(chooseHost()?.name ?? 'chromium'),
  open: [{}, { option: true }],
  openHilum: async ({}, use, info) => {
    const apps: Hilum[] = []
    await use(async (options = {}) => {
      const app = await launch(options)
      apps.push(app)
      return app
    })
    await closeAll(apps, info)
  },
  hilum: async ({ open, openHilum }, use) => use(await openHilum(open)),
})

export { expect }
