import type { Card } from '../../shared/card.ts'
import { strings } from '../../shared/strings.en.ts'
import styles from './card-text.module.css'

const { window: words } = strings

/** What the model was made from, and which one it is. */
export function CardOrigin({ card }: { readonly card: Card }) {
  return (
    <>
      <section>
        <h3>{words.trainingData}</h3>
        <ul className={styles.list}>
          {card.training.data.map(({ name, films, patients }) => (
            <li key={name}>{words.trainedOn(name, films, patientCount(patients))}</li>
          ))}
        </ul>
        <p>{card.training.note}</p>
      </section>
      {card.citation === '' ? null : (
        <section>
          <h3>{words.citation}</h3>
          <p>{card.citation}</p>
        </section>
      )}
      <p className={styles.hash}>{words.modelVersion(card.version, words.modelHash(card.sha256))}</p>
    </>
  )
}

function patientCount(patients: number | null): string {
  return patients === null ? words.patientsUnknown : words.patients(patients)
}
