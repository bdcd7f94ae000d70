import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { writable } from './typeface.ts'

describe('writable', () => {
  const latin = (codePoint: number): boolean => codePoint >= 0x20 && codePoint < 0x250
  const cases = [
    ['what the font has stays', 'Łódź (1).dcm', 'Łódź (1).dcm'],
    ['a run of other characters is written by number in one bracket', '胸部.dcm', '[U+80F8 U+90E8].dcm'],
    ['characters beyond the first plane have one number', 'a🫁b', 'a[U+1FAC1]b'],
    ['joiners and variation selectors leave no trace', 'a\u200D\uFE0Fb', 'ab'],
    ['directional marks cannot turn the line round', 'a\u202Egpj.exe', 'agpj.exe'],
    ['a line break in a name is a number, too', 'a\nb', 'a[U+000A]b'],
    ['a letter and its accent are joined first', 'e\u0301', 'é'],
  ] as const
  for (const [name, text, written] of cases) {
    test(name, () => assert.equal(writable(text, latin), written))
  }
})
