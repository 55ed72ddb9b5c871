import { expect, it } from 'vitest'
import { knownMedia } from '../../src/site/frozen/media.ts'
import { slideStyles, stylesOfSlide } from '../../src/site/frozen/slide-styles.ts'
import { usedNames } from '../../src/site/frozen/used-names.ts'

const size = { width: 980, height: 552, rem: 16 }
const slides = [
  usedNames('<div class="docent-root answers-hidden" lang="en"><div id="app"><h1 class="title" data-v-1="">A &gt; B</h1><p class="md:mt-4">Text</p></div></div>'),
  usedNames('<div class="docent-root"><div id="app"><pre class="shiki"><span style="--shiki-dark: #fff">x</span></pre></div></div>'),
]
const styles = (css: string, scheme: 'system' | 'light' | 'dark' = 'system') => slideStyles(css, { slides, scheme, size }).slides

it.each([
  ['what no slide has is left out', '.title{color:red}.other{color:blue}em{color:green}', '.title{color:red}'],
  ['what only two slides have together is left out', 'pre.title{color:red}', ''],
  ['one of several selectors stays', '.other,.title:hover,p>em{color:red}', '.title:hover{color:red}'],
  ['an attribute of a component', '.title[data-v-1]{color:red}.title[data-v-2]{color:blue}', '.title[data-v-1]{color:red}'],
  [':not asks for nothing', 'h1:not(.gone){color:red}', 'h1:not(.gone){color:red}'],
  [':is asks for one', ':is(.gone,.title){color:red}:is(.gone,.away) p{color:blue}', ':is(.gone,.title){color:red}'],
  ['the document', ':root{color:red}', '.docent-root{color:red}'],
  ['html and body, which weigh less than a class', 'html{color:red}body p{color:blue}', ':where(.docent-root){color:red}:where(.docent-root) p{color:blue}'],
  ['dark slides', '.dark .title{color:red}', '@media screen and (prefers-color-scheme: dark){.docent-root .title{color:red}}'],
  ['the dark document', ':root.dark{color:red}', '@media screen and (prefers-color-scheme: dark){.docent-root{color:red}}'],
  ['slides that are not dark', 'html:not(.dark) .shiki span{color:red}', '@media print, (prefers-color-scheme: light){:where(.docent-root) .shiki span{color:red}}'],
  ['dark and always, in one list', '.title,.dark .shiki{color:red}', '.title{color:red}@media screen and (prefers-color-scheme: dark){.docent-root .shiki{color:red}}'],
  ['lengths of the document and the window', 'p{margin:1.5rem 10vw 1vh calc(1rem + 2px);background:url(a1rem.png)}', 'p{margin:24px 98px 5.52px calc(16px + 2px);background:url(a1rem.png)}'],
  ['names with signs', String.raw`.md\:mt-4{margin:0}`, String.raw`.md\:mt-4{margin:0}`],
  ['what holds at the size of a slide', '@media (min-width:768px){p{color:red}}@media (max-width:600px){p{color:blue}}', 'p{color:red}'],
  ['what is for paper', '@media print{p{color:red}}@media screen{p{color:blue}}', 'p{color:blue}'],
  ['movements that nothing uses', '@keyframes a{to{opacity:0}}@keyframes b{to{opacity:1}}p{animation:a 1s}', '@keyframes a{to{opacity:0}}p{animation:a 1s}'],
  ['values that nothing reads', ':root{--a:1;--b:var(--c);--c:2}p{order:var(--a)}', '.docent-root{--a:1}p{order:var(--a)}'],
  ['rules of a page of its own', '@page{margin:0}@import url(x.css);p{color:red}', 'p{color:red}'],
])('freezes styles: %s', (_, css, frozen) => {
  expect(styles(css)).toBe(frozen)
})

it('a deck that is always dark is dark on every page, one that never is on none', () => {
  const css = '.dark .title{color:red}html:not(.dark) .title{color:blue}'
  expect(styles(css, 'dark')).toBe('.docent-root .title{color:red}')
  expect(styles(css, 'light')).toBe(':where(.docent-root) .title{color:blue}')
})

it('typefaces and properties stand in the page, where alone they count, and only those that a slide uses', () => {
  const css = '@font-face{font-family:"A B";src:url(a.woff2)}@font-face{font-family:C;src:url(c.woff2)}@property --x{syntax:"*";inherits:false}p{font:italic 1rem/1.4 "A B",serif}'
  expect(slideStyles(css, { slides, scheme: 'system', size }).page).toBe('@font-face{font-family:"A B";src:url(a.woff2)}@property --x{syntax:"*";inherits:false}')
})

it('takes for one slide what that one needs', () => {
  expect(stylesOfSlide(':host{all:initial}.docent-root{margin:0}.title{color:red}.shiki{color:blue}', slides[1]!)).toBe(':host{all:initial}.docent-root{margin:0}.shiki{color:blue}')
})

it.each([
  ['screen', ''],
  ['print', undefined],
  ['not print', ''],
  ['(min-width: 40rem)', ''],
  ['(max-width: 979px)', undefined],
  ['(width >= 980px)', ''],
  ['(600px < width <= 979px)', undefined],
  ['(orientation: portrait)', undefined],
  ['screen and (prefers-reduced-motion: reduce)', '(prefers-reduced-motion: reduce)'],
  ['print, (prefers-contrast: more)', '(prefers-contrast: more)'],
  ['not screen and (prefers-color-scheme: dark)', 'not screen and (prefers-color-scheme: dark)'],
  ['(min-width: 600px) or (hover)', '(min-width: 600px) or (hover)'],
])('knows of %s on a slide', (query, rest) => {
  expect(knownMedia(query, size)).toBe(rest)
})
