import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import styles from './choice-menu.module.css'
import { ChevronIcon } from './icons.tsx'
import { nextFocus } from './next-focus.ts'

export interface Choice {
  readonly key: string
  readonly name: string
  /** Stands on the button, where there is less room. */
  readonly short?: string
  /** A line below the name. */
  readonly note?: string
}

export interface ChoiceMenuProps {
  /** What is chosen here. */
  readonly label: string
  readonly choices: readonly Choice[]
  /** The key of the present choice; null where it is none of them. */
  readonly chosen: string | null
  /** Shown where `chosen` is null. */
  readonly otherwise: string
  readonly onChoose: (key: string) => void
  /** Stands above the choices. */
  readonly caption?: string
  readonly disabled?: boolean
  readonly opens?: 'down' | 'up'
}

/** One of several, by a button that opens a menu; `option` stays the role of films alone. */
export function ChoiceMenu(props: ChoiceMenuProps) {
  const { label, choices, chosen, otherwise, disabled, opens = 'down' } = props
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const choice = choices.find(({ key }) => key === chosen)
  const name = choice?.name ?? otherwise
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <div
      className={styles.place}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={`${label}: ${name}`}
        title={name}
        disabled={disabled}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.name}>{choice?.short ?? name}</span>
        <ChevronIcon />
      </button>
      {open ? <Menu {...props} opens={opens} onClose={close} /> : null}
    </div>
  )
}

interface MenuProps extends ChoiceMenuProps {
  readonly onClose: () => void
}

function Menu({ label, choices, chosen, caption, onChoose, onClose, opens }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const items = itemsOf(menu.current)
    const current = items.find((item) => item.ariaChecked === 'true')
    ;(current ?? items[0])?.focus()
  }, [])
  const press = (event: KeyboardEvent) => {
    const items = itemsOf(menu.current)
    const next = nextFocus(event.key, items.indexOf(document.activeElement as HTMLElement), items.length)
    if (next === null && event.key !== 'Escape') return
    event.preventDefault()
    if (next === null) onClose()
    else items[next]?.focus()
  }
  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={opens === 'up' ? styles.above : styles.below}
      onKeyDown={press}
    >
      {caption === undefined ? null : <p className={styles.caption}>{caption}</p>}
      {choices.map(({ key, name, note }) => (
        <button
          key={key}
          type="button"
          role="menuitemradio"
          aria-checked={key === chosen}
          aria-label={name}
          aria-description={note}
          tabIndex={-1}
          className={styles.item}
          onClick={() => {
            onChoose(key)
            onClose()
          }}
        >
          {name}
          {note === undefined ? null : <span className={styles.note}>{note}</span>}
        </button>
      ))}
    </div>
  )
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role=menuitemradio]') ?? [])]
}
