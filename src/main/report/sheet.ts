import PDFDocument from 'pdfkit'
import { BOTTOM, CONTENT_WIDTH, INK, LEFT, MARGIN, PAGE, RIGHT, RULE } from './page-design.ts'
import type { Typeface, Weight } from './typeface.ts'

export type Structure = ReturnType<PDFKit.PDFDocument['struct']>

/** pdfkit reads `scope` and `bbox`; its types do not know them yet. */
type StructureOptions = NonNullable<Parameters<PDFKit.PDFDocument['struct']>[1]> & {
  readonly scope?: 'Column'
  readonly bbox?: readonly number[]
}

/** pdfkit reads `structParent`; its types do not know it yet. */
type LinkOptions = NonNullable<Parameters<PDFKit.PDFDocument['goTo']>[5]> & {
  readonly structParent: Structure
}

export interface Style {
  readonly size: number
  readonly weight?: Weight
  readonly colour?: string
}

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly align?: 'left' | 'right' | 'centre'
}

interface Link {
  readonly destination: string
  readonly within: Structure
}

export interface DocumentFacts {
  readonly title: string
  readonly subject: string
  readonly language: string
  readonly producer: string
  readonly createdAt: Date
}

const LINE_HEIGHT = 1.32

/** A document being drawn from top to bottom: the page, the height reached, and text in the report's own fonts. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument
  readonly #writable: (text: string) => string
  /** PDF/UA-1 7.1: one element holds the whole document. */
  readonly #document: Structure
  #section: Structure
  y = MARGIN.top

  constructor(typeface: Typeface, facts: DocumentFacts) {
    this.doc = openDocument(facts)
    this.doc.registerFont('regular', typeface.files.regular)
    this.doc.registerFont('semibold', typeface.files.semibold)
    this.#writable = typeface.writable
    this.#document = this.doc.struct('Document')
    this.#section = this.#document
    this.doc.addStructure(this.#document)
  }

  /** A new page, and a part of the document that screen readers and the outline can jump to. */
  startSection(title: string): void {
    this.#newPage()
    const section = this.doc.struct('Sect', { title })
    this.#document.add(section)
    this.#section = section
  }

  #newPage(): void {
    this.doc.addPage()
    this.y = MARGIN.top
  }

  /** Goes to a new page where fewer than `height` points are left. True if it did. */
  makeRoom(height: number): boolean {
    if (this.y + height <= BOTTOM) return false
    this.#newPage()
    return true
  }

  /** What `draw` draws is read as one element of the given kind ('P', 'H1', 'TD', …). */
  tag(kind: string, draw: () => void, parent: Structure = this.#section): void {
    const options: StructureOptions = kind === 'TH' ? { scope: 'Column' } : {}
    parent.add(this.doc.struct(kind, options, draw))
  }

  /** A part that holds others, such as a table or its row. */
  group(kind: string, parent: Structure = this.#section): Structure {
    const group = this.doc.struct(kind)
    parent.add(group)
    return group
  }

  /** A picture with its words for those who do not see it. */
  figure(alt: string, box: { x: number; y: number; width: number; height: number }, draw: () => void): void {
    const options: StructureOptions = { alt, bbox: [box.x, box.y, box.x + box.width, box.y + box.height] }
    this.#section.add(this.doc.struct('Figure', options, draw))
  }

  /** Lines and shades that no one needs to hear of. */
  decorate(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' })
    draw()
    this.doc.endMarkedContent()
  }

  line(text: string, place: Place, style: Style): void {
    this.#put(this.#fit(text, place.width, style), place, style)
  }

  /** Words that lead to another place of the document, and are underlined for that. */
  link(text: string, place: Place, style: Style, { destination, within }: Link): void {
    const link = this.group('Link', within)
    link.add(() => this.line(text, place, style))
    const height = style.size * LINE_HEIGHT
    // pdfkit writes a plain string as a name, and one that is an object as words.
    const options: LinkOptions = { structParent: link, Contents: new String(text) as string }
    this.doc.goTo(place.x, place.y, place.width, height, destination, options)
    const width = this.#width(text, style)
    const left = place.align === 'right' ? place.x + place.width - width : place.x
    this.decorate(() => {
      this.doc.rect(left, place.y + style.size * 1.13, width, 0.5).fill(style.colour ?? INK)
    })
  }

  lines(texts: readonly string[], place: Place, style: Style): void {
    texts.forEach((text, i) => {
      const y = place.y + i * style.size * 1.15
      this.#put(this.#fit(text, place.width, style), { ...place, y }, style)
      if (i < texts.length - 1) this.partWords()
    })
  }

  /** One line shortened in its middle, so that the end of a file's name stays readable. */
  lineKeepingEnds(text: string, place: Place, style: Style): void {
    this.#put(this.#fitKeepingEnds(text, place.width, style), place, style)
  }

  #put(text: string, { x, y, width, align = 'left' }: Place, style: Style): void {
    const slack = align === 'left' ? 0 : width - this.#width(text, style)
    this.#use(style).text(text, x + (align === 'centre' ? slack / 2 : slack), y, { lineBreak: false })
  }

  /** A paragraph at the place; returns the height it took. */
  paragraph(text: string, { x, y, width }: Place, style: Style): number {
    const lines = this.wrap(text, width, style)
    lines.forEach((line, i) => {
      this.#put(line, { x, y: y + i * style.size * LINE_HEIGHT, width }, style)
      if (i < lines.length - 1) this.partWords()
    })
    return lines.length * style.size * LINE_HEIGHT
  }

  /** A space that no one sees: without it the words before and after it are read as one. */
  partWords(): void {
    this.doc.text(' ', this.doc.x, this.doc.y, { lineBreak: false })
  }

  paragraphHeight(text: string, width: number, style: Style): number {
    return this.wrap(text, width, style).length * style.size * LINE_HEIGHT
  }

  /** Lines of at most `width`; a word longer than a line is broken. */
  wrap(text: string, width: number, style: Style): string[] {
    const lines: string[] = []
    let line = ''
    for (const word of this.#writable(text).split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (this.#width(longer, style) <= width) {
        line = longer
        continue
      }
      if (line !== '') lines.push(line)
      line = word
      while (this.#width(line, style) > width) {
        const head = this.#longestHead(line, width, style)
        lines.push(line.slice(0, head))
        line = line.slice(head)
      }
    }
    return [...lines, line]
  }

  #longestHead(word: string, width: number, style: Style): number {
    let head = word.length - 1
    while (head > 1 && this.#width(word.slice(0, head), style) > width) head--
    return head
  }

  #fit(text: string, width: number, style: Style): string {
    const whole = this.#writable(text)
    return this.#shortened(whole, width, style, (letters, kept) => `${letters.slice(0, kept).join('')}…`)
  }

  #fitKeepingEnds(text: string, width: number, style: Style): string {
    const whole = this.#writable(text)
    return this.#shortened(whole, width, style, (letters, kept) => {
      const tail = Math.ceil(kept * 0.45)
      return `${letters.slice(0, kept - tail).join('')}…${letters.slice(letters.length - tail).join('')}`
    })
  }

  #shortened(
    text: string,
    width: number,
    style: Style,
    cut: (letters: readonly string[], kept: number) => string,
  ): string {
    if (this.#width(text, style) <= width) return text
    const letters = [...text]
    let [fits, tooLong] = [1, letters.length]
    while (tooLong - fits > 1) {
      const kept = (fits + tooLong) >> 1
      if (this.#width(cut(letters, kept), style) <= width) fits = kept
      else tooLong = kept
    }
    return cut(letters, fits)
  }

  #width(text: string, style: Style): number {
    return this.#use(style).widthOfString(text)
  }

  #use({ size, weight = 'regular', colour = INK }: Style): PDFKit.PDFDocument {
    return this.doc.font(weight).fontSize(size).fillColor(colour)
  }

  rule(y: number, from: number = LEFT, to: number = RIGHT): void {
    this.decorate(() => {
      this.doc.moveTo(from, y).lineTo(to, y).lineWidth(0.6).strokeColor(RULE).stroke()
    })
  }

  box(area: { x?: number; y: number; width?: number; height: number }, colour: string): void {
    this.decorate(() => {
      this.doc.rect(area.x ?? LEFT, area.y, area.width ?? CONTENT_WIDTH, area.height).fill(colour)
    })
  }
}

function openDocument({ title, subject, language, producer, createdAt }: DocumentFacts): PDFKit.PDFDocument {
  return new PDFDocument({
    size: [PAGE.width, PAGE.height],
    // The sheet breaks pages itself; with margins pdfkit would break them too.
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: {
      Title: title,
      Subject: subject,
      Creator: producer,
      Producer: producer,
      CreationDate: createdAt,
      ModDate: createdAt,
    },
  })
}
