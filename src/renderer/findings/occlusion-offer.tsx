import type { MouseEvent } from 'react'
import { OCCLUSION_RUNS } from '../../shared/occlusion.ts'
import { strings } from '../../shared/strings.en.ts'
import { occlude, stopOccluding } from '../actions/occlude.ts'
import { ProgressBar } from '../chrome/progress-bar.tsx'
import { useWindow } from '../state/store.ts'
import styles from './occlusion-offer.module.css'

const { window: words } = strings

/** How far an occlusion is, with the means to stop it; and, where no map came with the score, the offer to make one. */
export function OcclusionOffer({ offered }: { readonly offered: boolean }) {
  const progress = useWindow(({ reading }) => reading.occlusion)
  if (progress) {
    const text = words.occlusionProgress(progress.done, progress.total)
    return (
      <div className={styles.offer}>
        <ProgressBar label={words.occluding} text={text} {...progress} />
        <p>{text}</p>
        <button type="button" className={styles.button} onClick={keepingFocus(stopOccluding)}>
          {words.stopOccluding}
        </button>
      </div>
    )
  }
  if (!offered) return null
  return (
    <div className={styles.offer}>
      <button type="button" className={styles.button} onClick={keepingFocus(occlude)}>
        {words.explainByOcclusion}
      </button>
      <p className={styles.quiet}>{words.occlusionCost(OCCLUSION_RUNS)}</p>
    </div>
  )
}

/** The button goes away when it is pressed; who works by keys goes on from the panel that it stood in. */
function keepingFocus(act: () => unknown) {
  return ({ currentTarget }: MouseEvent<HTMLElement>) => {
    currentTarget.closest('section')?.focus({ preventScroll: true })
    void act()
  }
}
