import { describe, expect, it } from 'vitest'
import coverage from '../../src/fonts/coverage.json' with { type: 'json' }
import { fontVersion } from '../../src/fonts/faces.ts'
import { allHanFamilies, fallbackFamilies, lookFamilies, wholeLookFamilies } from '../../src/fonts/families.ts'
import { fontCss } from '../../src/fonts/font-css.ts'
import { planFonts } from '../../src/fonts/plan-fonts.ts'

function families(text: string, language = 'en'): string[] {
  return [...new Set(planFonts(text, language).faces.map(({ family }) => family))]
}

describe('a text', () => {
  it('of the letters that the look has needs nothing more', () => {
    expect(planFonts('Ça va? “Ünïcode”, Здравствуйте, Ελληνικά – 50 € …', 'en')).toEqual({ faces: [], missing: [] })
  })

  it.each([
    ['arrows, fractions and subscripts', '→ ⅔ H₂O ∑ ≤', 'Source Sans 3 Variable'],
    ['the lines of a tree of files', '├── └── │', 'Source Code Pro Variable'],
    ['emoji', '👩‍🚀', 'Noto Color Emoji'],
    ['mathematical letters', '𝒳 ⊢', 'Noto Sans Math'],
    ['Arabic', 'السلام عليكم', 'Noto Sans Arabic Variable'],
    ['Hebrew', 'שָׁלוֹם', 'Noto Sans Hebrew Variable'],
    ['Thai', 'สวัสดี', 'Noto Sans Thai Variable'],
    ['Hindi', 'नमस्ते', 'Noto Sans Variable'],
    ['Georgian', 'გამარჯობა', 'Noto Sans Georgian Variable'],
    ['Amharic', 'ሰላም', 'Noto Sans Ethiopic Variable'],
    ['Tibetan', 'བཀྲ', 'Noto Serif Tibetan Variable'],
  ])('with %s is drawn', (_, text, family) => {
    const { missing } = planFonts(text, 'en')
    expect(missing).toEqual([])
    expect(families(text)).toContain(family)
  })

  it('of Han characters is drawn as its language writes them', () => {
    expect(families('直', 'ja')).toEqual(['Noto Sans JP Variable'])
    expect(families('直', 'zh')).toEqual(['Noto Sans SC Variable'])
    expect(families('直', 'zh-Hant-TW')).toEqual(['Noto Sans TC Variable'])
    expect(families('直', 'ko')).toEqual(['Noto Sans KR Variable'])
    expect(families('直す', 'en')).toEqual(['Noto Sans JP Variable'])
    expect(families('直接', 'en')).toEqual(['Noto Sans SC Variable'])
  })

  it('names what no typeface has, and nothing that needs no shape', () => {
    expect(planFonts('a\u200B\u00AD\uFE0F\u2028\u{F0000}𓀀', 'en').missing).toEqual([0x13000, 0xF0000])
  })

  it('has its marks in the typeface of their letters', () => {
    const { faces } = planFonts('שָׁ', 'he')
    expect(faces.map(({ points }) => points)).toEqual([[0x05B8, 0x05C1, 0x05E9]])
  })
})

describe('the style sheet', () => {
  it('gives each face its own characters, and paragraphs their direction where some run from right to left', () => {
    const sheet = fontCss(planFonts('→ שלום', 'en'), file => file.split('/').at(-1)!)
    expect(sheet).toMatchInlineSnapshot(`
      "@font-face {
        font-family: 'Source Sans 3 Variable';
        font-style: normal;
        font-weight: 200 900;
        font-display: swap;
        src: url('SourceSans3VF-Upright.ttf.woff2') format('woff2');
        unicode-range: U+2192;
      }
      @font-face {
        font-family: 'Source Sans 3 Variable';
        font-style: italic;
        font-weight: 200 900;
        font-display: swap;
        src: url('SourceSans3VF-Italic.ttf.woff2') format('woff2');
        unicode-range: U+2192;
      }
      @font-face {
        font-family: 'Source Code Pro Variable';
        font-style: normal;
        font-weight: 200 900;
        font-display: swap;
        src: url('SourceCodeVF-Upright.ttf.woff2') format('woff2');
        unicode-range: U+2192;
      }
      @font-face {
        font-family: 'Source Code Pro Variable';
        font-style: italic;
        font-weight: 200 900;
        font-display: swap;
        src: url('SourceCodeVF-Italic.ttf.woff2') format('woff2');
        unicode-range: U+2192;
      }
      @font-face {
        font-family: 'Noto Sans Hebrew Variable';
        font-style: normal;
        font-weight: 100 900;
        font-display: swap;
        src: url('noto-sans-hebrew-hebrew-wght-normal.woff2') format('woff2');
        unicode-range: U+5D5,U+5DC-5DD,U+5E9;
      }
      :root { --docent-scripts: 'Noto Sans Hebrew Variable', 'Source Code Pro Variable', 'Source Sans 3 Variable'; }
      :is(p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, blockquote, figcaption, summary):dir(ltr) { unicode-bidi: plaintext; }
      [data-direction='rtl'] :is(p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, blockquote, figcaption, summary) { unicode-bidi: isolate; }
      "
    `)
    expect(fontCss(planFonts('→ 字', 'en'), String)).not.toContain('unicode-bidi')
  })
})

it.each([...lookFamilies, ...wholeLookFamilies, ...fallbackFamilies, ...allHanFamilies])(
  'the table of characters is that of the installed $family',
  (family) => {
    expect(coverage[family.sheet as keyof typeof coverage].version, 'run `npm run fonts`').toBe(fontVersion(family))
  },
)
