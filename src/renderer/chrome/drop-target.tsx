import { useEffect } from 'react'
import { strings } from '../../shared/strings.en.ts'
import { listenToDrops } from '../actions/drops.ts'
import { useWindow } from '../state/store.ts'
import styles from './drop-target.module.css'

export function DropTarget() {
  const dropping = useWindow((state) => state.dropping)
  useEffect(() => listenToDrops(document), [])
  return dropping ? <div className={styles.target}>{strings.window.dropNow}</div> : null
}
