// Names as PS3.5 annexes H, I, J and K print them, bytes and all, and one from each single-byte set.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeText } from './character-sets.ts'

// what, Specific Character Set, bytes (hexadecimal, or text where they are ASCII), the text
const cases: readonly (readonly [string, readonly string[], string, string])[] = [
  ['ASCII', [], '41 42 5E 43', 'AB^C'],
  ['Latin 1', ['ISO_IR 100'], '42 75 63 5E 4A E9 72 F4 6D 65', 'Buc^Jérôme'],
  ['Latin 1, spelt otherwise', ['ISO-IR-100'], '4A E9', 'Jé'],
  ['Latin 2: Czech', ['ISO_IR 101'], '57 61 6C EC BB 61', 'Walěťa'],
  ['Latin 3: Maltese', ['ISO_IR 109'], 'A1 61 B1', 'Ħaħ'],
  ['Latin 4: Latvian', ['ISO_IR 110'], 'C0 E0', 'Āā'],
  ['Latin 5: Turkish', ['ISO_IR 148'], 'DE FD F0', 'Şığ'],
  ['Latin 9', ['ISO_IR 203'], 'A4', '€'],
  ['Cyrillic', ['ISO_IR 144'], 'BB EE DA 63 65 DC D1 EB E0 D3', 'Люкceмбырг'],
  ['Arabic (annex in PS3.5)', ['ISO_IR 127'], 'E2 C8 C7 E6 EA 5E E4 E6 D2 C7 D1', 'قباني^لنزار'],
  ['Greek', ['ISO_IR 126'], 'C4 E9 EF ED F5 F3 E9 EF F2', 'Διονυσιος'],
  ['Hebrew', ['ISO_IR 138'], 'F9 F8 E5 EF 5E E3 E1 E5 F8 E4', 'שרון^דבורה'],
  ['Thai', ['ISO_IR 166'], 'B7 C2', 'ทย'],
  ['half-width kana', ['ISO_IR 13'], 'D4 CF C0 DE 5E C0 DB B3', 'ﾔﾏﾀﾞ^ﾀﾛｳ'],
  [
    'UTF-8: Chinese (annex J.1)',
    ['ISO_IR 192'],
    '57 61 6E 67 5E 58 69 61 6F 44 6F 6E 67 3D E7 8E 8B 5E E5 B0 8F E6 9D B1',
    'Wang^XiaoDong=王^小東',
  ],
  [
    'GB18030 (annex J.2)',
    ['GB18030'],
    '57 61 6E 67 5E 58 69 61 6F 44 6F 6E 67 3D CD F5 5E D0 A1 B6 AB',
    'Wang^XiaoDong=王^小东',
  ],
  ['GB18030, four bytes', ['GB18030'], '81 30 84 36', '¥'],
  ['GBK, a backslash as the second byte', ['GBK'], '81 5C 5C 41', '乗\\A'],
  [
    'Japanese (annex H.3.1): JIS X 0208 by escape, in ASCII surroundings',
    ['', 'ISO 2022 IR 87'],
    '59 61 6D 61 64 61 5E 54 61 72 6F 75 3D 1B 24 42 3B 33 45 44 1B 28 42 5E 1B 24 42 42 40 4F 3A 1B 28 42 3D 1B 24 42 24 64 24 5E 24 40 1B 28 42 5E 1B 24 42 24 3F 24 6D 24 26 1B 28 42',
    'Yamada^Tarou=山田^太郎=やまだ^たろう',
  ],
  [
    'Japanese (annex H.3.2): half-width kana and JIS X 0201 Roman',
    ['ISO 2022 IR 13', 'ISO 2022 IR 87'],
    'D4 CF C0 DE 5E C0 DB B3 3D 1B 24 42 3B 33 45 44 1B 28 4A 5E 1B 24 42 42 40 4F 3A 1B 28 4A 3D 1B 24 42 24 64 24 5E 24 40 1B 28 4A 5E 1B 24 42 24 3F 24 6D 24 26 1B 28 4A',
    'ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう',
  ],
  ['Japanese: JIS X 0212', ['', 'ISO 2022 IR 159'], '1B 24 28 44 30 21 1B 28 42', '丂'],
  [
    'Korean (annex I.2): KS X 1001 by escape',
    ['', 'ISO 2022 IR 149'],
    '48 6F 6E 67 5E 47 69 6C 64 6F 6E 67 3D 1B 24 29 43 FB F3 5E 1B 24 29 43 D1 CE D4 D7 3D 1B 24 29 43 C8 AB 5E 1B 24 29 43 B1 E6 B5 BF',
    'Hong^Gildong=洪^吉洞=홍^길동',
  ],
  [
    'Korean, the second escape forgotten',
    ['', 'ISO 2022 IR 149'],
    '1B 24 29 43 C8 AB 5E B1 E6 B5 BF',
    '홍^길동',
  ],
  ['Korean without any escape', ['', 'ISO 2022 IR 149'], 'C8 AB 5E B1 E6 B5 BF', '홍^길동'],
  [
    'Chinese (annex K.2): GB 2312 by escape',
    ['', 'ISO 2022 IR 58'],
    '5A 68 61 6E 67 5E 58 69 61 6F 44 6F 6E 67 3D 1B 24 29 41 D5 C5 5E 1B 24 29 41 D0 A1 B6 AB 3D',
    'Zhang^XiaoDong=张^小东=',
  ],
  [
    'Latin 1 and Greek in one name',
    ['ISO 2022 IR 100', 'ISO 2022 IR 126'],
    '44 E9 5E 1B 2D 46 C4 E9',
    'Dé^Δι',
  ],
  [
    'the first set comes back after a caret',
    ['ISO 2022 IR 100', 'ISO 2022 IR 144'],
    '1B 2D 4C BB 5E E9',
    'Л^é',
  ],
  ['no set named, UTF-8 written', [], 'C3 A9', 'é'],
  ['no set named, Latin 1 written', [], '4A E9 72', 'Jér'],
  ['UTF-8 named, Latin 1 written', ['ISO_IR 192'], '4A E9 72', 'Jér'],
  ['a set that nobody knows', ['KLINGON'], '4A E9', 'Jé'],
]

for (const [name, terms, bytes, expected] of cases) {
  test(name, () => {
    assert.equal(decodeText(Buffer.from(bytes.replaceAll(' ', ''), 'hex'), terms), expected)
  })
}
