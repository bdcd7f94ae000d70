import styles from './whole-words.module.css'

/** Text that breaks between words alone: the hyphen of a name, “Grad-CAM” or “COVID-19”, is no place to break it. */
export function WholeWords({ text }: { readonly text: string }) {
  return text.split(/(\S+-\S+)/).map((part, place) =>
    place % 2 === 0 ? (
      part
    ) : (
      <span key={place} className={styles.whole}>
        {part}
      </span>
    ),
  )
}
