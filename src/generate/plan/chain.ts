import type { Block, StackLayer } from './slide.ts'

/** What names of layers tell of their kind; the first that matches counts. */
const LAYER_KINDS: [RegExp, string][] = [
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

/** The kind of a layer by its name, or undefined for what is no layer of a machine. */
export function layerKind(label: string): string | undefined {
  return LAYER_KINDS.find(([pattern]) => pattern.test(label))?.[1]
}

/** A line such as `hardware -> linux -> docker`: a stack where its parts are layers of a machine, else a flow. */
export function chainOf(text: string): Block | undefined {
  if (text.length > 300 || /[.!?]$/.test(text))
    return undefined
  const parts = text.split(/\s*(?:-{1,2}>|=>|[→⟶➜➔])\s*/).map(part => part.trim())
  if (parts.length < 3 || parts.length > 10 || parts.some(part => !part || part.length > 40 || /[`{}();<>|]/.test(part)))
    return undefined
  const layers = parts.flatMap((label): StackLayer[] => {
    const kind = layerKind(label)
    return kind ? [{ label, kind }] : []
  })
  return layers.length === parts.length && parts.length <= 8 ? { type: 'stack', layers, comment: text } : { type: 'flow', nodes: parts }
}
