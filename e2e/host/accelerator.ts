// Menu accelerators, in the words that the page's keydown uses: Control+Alt+Shift+Meta+Key.

const MODIFIERS: Readonly<Record<string, string>> = {
  cmdorctrl: process.platform === 'darwin' ? 'Meta' : 'Control',
  commandorcontrol: process.platform === 'darwin' ? 'Meta' : 'Control',
  cmd: 'Meta',
  command: 'Meta',
  meta: 'Meta',
  super: 'Meta',
  ctrl: 'Control',
  control: 'Control',
  alt: 'Alt',
  option: 'Alt',
  shift: 'Shift',
}

const KEYS: Readonly<Record<string, string>> = {
  plus: '+',
  space: ' ',
  up: 'ArrowUp',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
  esc: 'Escape',
  return: 'Enter',
}

const ORDER = ['Control', 'Alt', 'Shift', 'Meta']

/** 'CmdOrCtrl+Shift+o' → 'Control+Shift+O'. */
export function keysOf(accelerator: string): string {
  const parts = accelerator.replace(/\+\+$/, '+plus').split('+')
  const name = parts.pop() ?? ''
  const held = parts.map((part) => {
    const modifier = MODIFIERS[part.toLowerCase()]
    if (modifier === undefined) throw new Error(`${part} in the accelerator ${accelerator} is no modifier.`)
    return modifier
  })
  const key = KEYS[name.toLowerCase()] ?? (name.length === 1 ? name.toUpperCase() : name)
  return [...ORDER.filter((modifier) => held.includes(modifier)), key].join('+')
}
