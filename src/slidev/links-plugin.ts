import type { Plugin } from 'vite'
import type { SFCTemplateBlock } from 'vue/compiler-sfc'
import type { Course } from '../course/course.ts'
import path from 'node:path'
import { MagicString, parse } from 'vue/compiler-sfc'
import { escapeHtml } from '../core/escape.ts'
import { deckPath, resolveAddress } from '../course/address.ts'
import { bareAddress } from '../course/bare-address.ts'
import { routeAddress } from '../course/links.ts'
import { SLIDE_MODULE, slideNumber } from './contract/names.ts'

type Root = NonNullable<SFCTemplateBlock['ast']>
type TemplateElement = Extract<Root['children'][number], { tag: string }>

// What Vue's compiler calls attributes without an expression.
const ATTRIBUTE = 6
/** From `<slug>/deck/`, where decks and files of `public/` are. */
const TOP = '../../'

/** Which attributes of an element lead somewhere, or show what is elsewhere. */
const LINKS: Readonly<Record<string, readonly string[]>> = { Link: ['to'], a: ['href'] }
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  img: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  source: ['src'],
}
const ELEMENTS: typeof LINKS = { ...LINKS, ...SHOWN }
const MAY_LEAD = new RegExp(`<(?:${Object.keys(ELEMENTS).join('|')})\\s`)

/**
 * Makes the addresses that authors write lead to where decks have their places: slides, other decks, files, pictures.
 */
export function linksPlugin(current: () => Course): Plugin {
  return {
    name: 'docent:links',
    transform: {
      filter: { id: SLIDE_MODULE, code: MAY_LEAD },
      handler(code, id) {
        const number = slideNumber(id)
        const course = current()
        const lecture = course.lectures.find(({ slides }) => slides.some(({ index }) => index + 1 === number))
        const slide = lecture?.slides.find(({ index }) => index + 1 === number)
        if (!lecture || !slide)
          return
        const changed = new MagicString(code)
        for (const { element, name, address, value } of addressesIn(code)) {
          if (!LINKS[element.tag]) {
            const found = bareAddress(address, { folder: path.dirname(slide.file), root: course.root })
            if (found)
              changed.overwrite(...value, `${name}="${escapeHtml(found)}"`)
            continue
          }
          const target = resolveAddress(name === 'to' ? routeAddress(address) : address, { course, lecture })
          const place = deckPath(target)
          if (target.kind === 'slide' && target.lecture === lecture) {
          // Slidev finds it from the presenter's view too.
            if (name === 'to')
              changed.overwrite(...value, `to="${escapeHtml(target.slide.id)}"`)
          }
          else if (place) {
            changed.overwrite(...value, `href="${escapeHtml(TOP + place)}"`)
            if (name === 'to')
              becomeAnchor(changed, element)
          }
        }
        if (changed.hasChanged())
          return { code: changed.toString(), map: null }
      },
    },
  }
}

interface TemplateAddress {
  element: TemplateElement
  /** Of the attribute. */
  name: string
  address: string
  /** Where the attribute stands in the component. */
  value: [start: number, end: number]
}

function addressesIn(component: string): TemplateAddress[] {
  const { template } = parse(component, { sourceMap: false }).descriptor
  const found: TemplateAddress[] = []
  const read = (nodes: readonly object[]): void => {
    for (const element of nodes.filter((node): node is TemplateElement => 'tag' in node)) {
      const names = ELEMENTS[element.tag] ?? []
      for (const prop of element.props) {
        if (prop.type !== ATTRIBUTE || !names.includes(prop.name) || !prop.value?.content)
          continue
        const { start, end } = prop.loc
        found.push({ element, name: prop.name, address: prop.value.content, value: [start.offset, end.offset] })
      }
      read(element.children)
    }
  }
  read(template?.ast?.children ?? [])
  return found
}

/** What leaves the deck opens beside it: a talk goes on. */
function becomeAnchor(changed: MagicString, { loc, props, isSelfClosing }: TemplateElement): void {
  const from = loc.start.offset
  changed.overwrite(from + 1, from + 1 + 'Link'.length, 'a target="_blank"')
  const title = props.find(prop => prop.type === ATTRIBUTE && prop.name === 'title')
  const text = title && 'value' in title ? escapeHtml(title.value?.content ?? '') : ''
  if (isSelfClosing)
    changed.overwrite(loc.end.offset - 2, loc.end.offset, `>${text}</a>`)
  else
    changed.overwrite(loc.end.offset - '</Link>'.length, loc.end.offset, '</a>')
}
