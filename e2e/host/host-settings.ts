// What a launcher tells the host, in one environment variable.

export interface HostSettings {
  /** Electron's userData; also holds the browser's profile. */
  readonly userData: string
  /** A window for a person, with a menu sheet and real file dialogs; otherwise one for specs. */
  readonly headed: boolean
}

export const SETTINGS_VARIABLE = 'HILUM_HOST_SETTINGS'
