import type { Card } from '../../shared/card.ts'
import { strings } from '../../shared/strings.en.ts'
import { chooseModel } from '../actions/choose-model.ts'
import { ChoiceMenu } from '../chrome/choice-menu.tsx'
import { happened, useWindow } from '../state/store.ts'
import { chosenCard } from '../state/window-state.ts'
import { headline } from './headline.ts'
import styles from './model-panel.module.css'
import { SightSwitch } from './sight-switch.tsx'

const { window: words } = strings
const SHORT_HASH = 12

export function ModelPanel() {
  const card = useWindow(({ models }) => chosenCard(models))
  const { status, message } = useWindow(({ engine }) => engine)
  return (
    <section aria-label={words.model} className={styles.panel}>
      {card ? (
        <>
          <ModelName />
          <Headline card={card} />
          <p className={styles.quiet} title={words.modelHash(card.sha256)}>
            {words.modelVersion(card.version, card.sha256.slice(0, SHORT_HASH))}
          </p>
          <SightSwitch />
          <button
            type="button"
            className={styles.about}
            onClick={() => happened({ type: 'model-card.opened' })}
          >
            {words.aboutModel}
          </button>
        </>
      ) : (
        <p className={styles.quiet}>
          {status === 'starting' ? words.loadingModel : message || words.noModel}
        </p>
      )}
      <UnusableModels />
    </section>
  )
}

/** A broken model of the reader’s own is not just missing. */
function UnusableModels() {
  const problems = useWindow(({ modelProblems }) => modelProblems)
  if (problems.length === 0) return null
  return (
    <details className={styles.unusable}>
      <summary>{words.unusableModels(problems.length)}</summary>
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </details>
  )
}

/** What is said of the model's figures gives way, without losing its room, to which model is being loaded. */
function Headline({ card }: { readonly card: Card }) {
  const loading = useWindow(({ models, modelAsked }) => models.find((one) => one.card.id === modelAsked))
  return (
    <div className={styles.headline}>
      <p className={loading ? styles.covered : styles.quiet}>{headline(card)}</p>
      <p role="status" className={styles.quiet}>
        {loading ? words.loadingNamedModel(loading.card.name) : ''}
      </p>
    </div>
  )
}

function ModelName() {
  const models = useWindow((state) => state.models)
  const chosen = chosenCard(models)
  if (models.length < 2) return <p className={styles.name}>{chosen?.name}</p>
  return (
    <div className={styles.chooser}>
      <ChoiceMenu
        label={words.modelChooser}
        choices={models.map(({ card, isDefault }) => ({
          key: card.id,
          name: isDefault ? words.defaultModel(card.name) : card.name,
          note: headline(card),
        }))}
        caption={strings.notice}
        chosen={chosen?.id ?? null}
        otherwise={words.noModel}
        opens="up"
        onChoose={(id) => void chooseModel(id)}
      />
    </div>
  )
}
