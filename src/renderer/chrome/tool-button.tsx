import type { ReactNode } from 'react'
import styles from './tool-button.module.css'

export interface ToolButtonProps {
  /** Left out where the icon stands alone, which then needs a name. */
  readonly label?: string
  /** In a narrow window the icon stands alone. */
  readonly yields?: boolean
  readonly icon: ReactNode
  readonly onPress: () => void
  /** Said instead of the label where the label is too short to be understood alone. */
  readonly name?: string
  /** The key that does the same, as ARIA writes it. */
  readonly shortcut?: string
  readonly disabled?: boolean
  /** Given, the button is a switch. */
  readonly pressed?: boolean
}

export function ToolButton(props: ToolButtonProps) {
  const { label, yields, icon, onPress, name = label, shortcut, disabled, pressed } = props
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={name}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      title={shortcut === undefined ? name : `${name} (${shortcut})`}
      disabled={disabled}
      onClick={onPress}
    >
      {icon}
      {label === undefined ? null : <span className={yields ? styles.yielding : undefined}>{label}</span>}
    </button>
  )
}
