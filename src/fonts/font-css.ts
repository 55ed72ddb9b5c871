import type { FontPlan, UsedFace } from './plan-fonts.ts'
import { lookFamilies } from './families.ts'
import { writeRanges } from './ranges.ts'

/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Adlm}\p{Script=Nkoo}]/u
/** What holds a line or a paragraph of its own. */
const PARAGRAPHS = 'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, blockquote, figcaption, summary'

/**
 * The style sheet of a plan: its faces, each for its own characters, and `--docent-scripts`, the end of font stacks.
 * @param plan the faces
 * @param urlOf address of a font file in the sheet
 */
export function fontCss({ faces }: FontPlan, urlOf: (file: string) => string): string {
  // Code's typeface has signs that the text's lacks, and the other way round.
  const look: string[] = lookFamilies.map(({ family }) => family).reverse()
  const others = faces.map(({ family }) => family).filter(family => !look.includes(family))
  const families = [...new Set([...others, ...look])]
  const letters = faces.flatMap(({ points }) => points.map(point => String.fromCodePoint(point)))
  const rightToLeft = letters.some(letter => RIGHT_TO_LEFT.test(letter))
  return [
    ...faces.map(face => faceCss(face, urlOf(face.file))),
    `:root { --docent-scripts: ${families.map(family => `'${family}'`).join(', ')}; }`,
    // Between lines to the right each paragraph runs in the direction of its first letter; where all run to the left, a
    // word of another script at its beginning turns none.
    ...rightToLeft
      ? [
          `:is(${PARAGRAPHS}):dir(ltr) { unicode-bidi: plaintext; }`,
          `[data-direction='rtl'] :is(${PARAGRAPHS}) { unicode-bidi: isolate; }`,
        ]
      : [],
    '',
  ].join('\n')
}

function faceCss({ family, style, weight, color, points }: UsedFace, url: string): string {
  return `@font-face {
  font-family: '${family}';
  font-style: ${style};
  font-weight: ${weight};
  font-display: swap;
  src: url('${url}') format('woff2')${color ? ' tech(color-COLRv1)' : ''};
  unicode-range: ${writeRanges(points, 'U+')};
}`
}
