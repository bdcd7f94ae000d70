// Opens the built app in Chromium through the stand-in.
import { chromium, type Page } from '@playwright/test'
import { appEntry, type LaunchOrder } from './launch-order.ts'
import { runHost, type HostRun } from './host/run-host.ts'
import type { AskedDialog, Driver, MenuItemState } from './opened-app.ts'

/** The window's page, once the app has one. */
async function firstPage(host: HostRun): Promise<Page> {
  const { endpoint } = await host.started
  const browser = await chromium.connectOverCDP(endpoint)
  const context = browser.contexts()[0]
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
  if (page === undefined) throw new Error('The browser has no page.')
  if (page.url() === 'about:blank') {
    const loaded = page.waitForURL(/hilum-host\.invalid/)
    await Promise.race([
      loaded,
      host.exited.then((status) => {
        throw new Error(`The app ended before its window had loaded (exit status ${status}):\n${host.log()}`)
      }),
    ])
  }
  return page
}

export async function launchStandIn({ args, env, userData }: LaunchOrder): Promise<Driver> {
  const host = runHost({ entry: appEntry, args, env, userData, headed: false })
  const page = await firstPage(host).catch(async (error: unknown) => {
    await host.kill('SIGKILL')
    throw new Error(`The app has no window. Main wrote:\n${host.log()}`, { cause: error })
  })
  return {
    host: 'chromium',
    page,
    userData,
    pid: host.process.pid ?? 0,
    lacking: host.lacking,
    exited: host.exited,
    mainLog: () => host.log(),
    answerOpenDialog: async (paths) => void (await host.call('answerNext', 'open', paths)),
    answerSaveDialog: async (path) => void (await host.call('answerNext', 'save', path)),
    answerMessageBox: async (button) => void (await host.call('answerNext', 'message', button)),
    dialogs: async () => (await host.call('asksSoFar')) as AskedDialog[],
    clickMenu: async (item) => void (await host.call('clickMenu', item)),
    menuItem: async (item) => (await host.call('menuItemState', item)) as MenuItemState,
    opened: async () => (await host.call('openedSoFar')) as string[],
    close: () => host.quit(),
    kill: async () => void (await host.kill('SIGKILL')),
  }
}
