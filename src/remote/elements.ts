import type { SFCTemplateBlock } from 'vue/compiler-sfc'
import type { RemoteThing } from './embeds.ts'
import { vueCompiler } from '../core/vue-compiler.ts'
import { isRemote, wholeAddress } from './address.ts'
import { embeds } from './embeds.ts'

type Root = NonNullable<SFCTemplateBlock['ast']>
type TemplateElement = Extract<Root['children'][number], { tag: string }>

/** An element of a template that shows something of another host. */
export interface RemoteElement extends RemoteThing {
  element: TemplateElement
}

// What Vue's compiler calls attributes without an expression.
const ATTRIBUTE = 6

/** What elements are in words, and which attribute holds what they show. */
const SHOWING: Readonly<Record<string, { what: string, attribute: string }>> = {
  img: { what: 'picture', attribute: 'src' },
  image: { what: 'picture', attribute: 'href' },
  iframe: { what: 'web page', attribute: 'src' },
  embed: { what: 'embedded file', attribute: 'src' },
  object: { what: 'embedded file', attribute: 'data' },
  video: { what: 'video', attribute: 'src' },
  slidevvideo: { what: 'video', attribute: 'src' },
  audio: { what: 'sound', attribute: 'src' },
  picture: { what: 'picture', attribute: 'src' },
  script: { what: 'script', attribute: 'src' },
}

/** Whether a component may show something of another host. */
export function mayBeRemote(component: string): boolean {
  return /(?:https?:)?\/\/\w|<(?:Youtube|Tweet|Blue-?Sky|Plant-?Uml)\b/i.test(component)
}

/** The elements of a component's template that show something of another host, none inside of another. */
export function remoteElements(component: string): RemoteElement[] {
  const { template } = vueCompiler().parse(component, { sourceMap: false }).descriptor
  return elementsIn(template?.ast?.children ?? [])
}

/** Values of an element's attributes, those that are bound to a text too. */
function attributesOf({ props }: TemplateElement): Record<string, string> {
  return Object.fromEntries(props.flatMap((prop): [string, string][] => {
    if (prop.type === ATTRIBUTE)
      return [[prop.name, prop.value?.content ?? '']]
    const { name, arg, exp } = prop
    if (name !== 'bind' || !arg || !exp || !('content' in arg) || !('content' in exp))
      return []
    const [, , text, number] = /^\s*(?:(["'`])((?:(?!\1)[^$\\])*)\1|(\d+))\s*$/.exec(exp.content) ?? []
    const value = text ?? number
    return value === undefined ? [] : [[arg.content, value]]
  }))
}

function elementsIn(nodes: readonly object[]): RemoteElement[] {
  return nodes.filter((node): node is TemplateElement => 'tag' in node).flatMap((element) => {
    const thing = remoteThing(element)
    return thing ? [{ ...thing, element }] : elementsIn(element.children)
  })
}

function remoteThing(element: TemplateElement): RemoteThing | undefined {
  const name = element.tag.replaceAll('-', '').toLowerCase()
  const attributes = attributesOf(element)
  const embed = embeds[name]?.(attributes)
  if (embed)
    return embed
  const showing = SHOWING[name]
  if (!showing)
    return
  const sources = [attributes[showing.attribute], attributes['xlink:href'], ...sourcesIn(element)]
  const address = sources.find(isRemote)
  return address === undefined
    ? undefined
    : { what: showing.what, address: wholeAddress(address), name: attributes.alt || attributes.title || undefined }
}

/** What the `<source>`s and pictures inside an element name. */
function sourcesIn({ children }: TemplateElement): (string | undefined)[] {
  return children
    .filter((node): node is TemplateElement => 'tag' in node && /^(?:source|img)$/.test(node.tag))
    .map((source) => {
      const { src, srcset } = attributesOf(source)
      return src ?? srcset?.trim().split(/\s/)[0]
    })
}
