import { Component, type ReactNode } from 'react'
import { strings } from '../../shared/strings.en.ts'
import styles from './broken-window.module.css'

const { window: words } = strings

interface BrokenWindowProps {
  readonly children: ReactNode
}

/** A fault of ours in the page would leave it empty; the reader is told, and what main holds is there again after. */
export class BrokenWindow extends Component<BrokenWindowProps, { readonly fault: string | null }> {
  override state = { fault: null }

  static getDerivedStateFromError(error: unknown): { fault: string } {
    return { fault: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { fault } = this.state
    if (fault === null) return this.props.children
    return (
      <div role="alert" className={styles.broken}>
        <h1>{words.brokenTitle}</h1>
        <p>{words.brokenKept}</p>
        <p className={styles.fault}>{words.brokenFault(fault)}</p>
        <button type="button" className={styles.again} onClick={() => location.reload()}>
          {words.loadAgain}
        </button>
        <p className={styles.notice}>{strings.notice}</p>
      </div>
    )
  }
}
