import type { Block, StackLayer } from './slide.ts'

/** What names of layers tell of their kind; the first that matches counts. */
const LAYER_KINDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:hardware|machine room|server|laptop|computer|cpu|bare metal|infrastructure)\b/i, 'hardware'],
  [/\b(?:hypervisor|virtualbox|hyper-v|vmware|kvm|xen)\b/i, 'hypervisor'],
  [/\b(?:vm|virtual machine|guest)\b/i, 'vm'],
  [/\bkernel\b/i, 'kernel'],
  [/\b(?:docker|containerd|podman|engine|runtime)\b/i, 'engine'],
  [/\bimage\b/i, 'image'],
  [/\b(?:program|process|app|application|browser|service)s?\b/i, 'app'],
  [/\b(?:container|pod)s?\b/i, 'container'],
  [/\b(?:linux|windows|macos|mac os|ubuntu|debian|operating system|os|host)\b/i, 'os'],
  [/\b(?:files?|storage|volume|disk|database)\b/i, 'files'],
]

/** What a chain and each of its parts have; lengths in characters. */
const CHAIN = { maxLength: 300, minParts: 3, maxParts: 10, maxPart: 40, maxLayers: 8 }
/** Signs of code, as of the type of a function, which is no name of a part. */
const CODE_SIGNS = /[`{}();<>|#\u2500-\u257F]|::/

/** The kind of a layer by its name, or undefined for what is no layer of a machine. */
function layerKind(label: string): string | undefined {
  return LAYER_KINDS.find(([pattern]) => pattern.test(label))?.[1]
}

/** Layers with the kind that each label tells; those of no kind are left aside. */
export function layersOf(labels: readonly string[]): StackLayer[] {
  return labels.flatMap((label) => {
    const kind = layerKind(label)
    return kind ? [{ label, kind }] : []
  })
}

/** A line such as `hardware -> linux -> docker`: a stack where its parts are layers of a machine, else a flow. */
export function chainOf(text: string): Block | undefined {
  if (text.length > CHAIN.maxLength || /[.!?]$/.test(text))
    return undefined
  const parts = text.split(/\s*(?:-{1,2}>|=>|[→⟶➜➔])\s*/).map(part => part.trim())
  // An arrow with a name on it joins two parts, and is none of them.
  const isLabelled = /-\s*$|^\s*-|\w\s-{2,}\s*\w|-{2,}\w/m.test(parts.join('\n')) || /--\s*\|/.test(text)
  if (isLabelled)
    return undefined
  const arePartNames = parts.every(part =>
    /[\p{L}\p{N}]/u.test(part) && part.length <= CHAIN.maxPart && !CODE_SIGNS.test(part))
  if (parts.length < CHAIN.minParts || parts.length > CHAIN.maxParts || !arePartNames)
    return undefined
  const layers = layersOf(parts)
  if (layers.length === parts.length && parts.length <= CHAIN.maxLayers)
    return { type: 'stack', layers, comment: text }
  return { type: 'flow', nodes: parts }
}
