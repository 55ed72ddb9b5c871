import type { Drawing } from './rendering-page.ts'

/** What Mermaid's kinds of diagrams are called; the key begins Mermaid's own name of the kind. */
const kindWords = {
  flowchart: 'Flowchart',
  sequence: 'Sequence diagram',
  class: 'Class diagram',
  state: 'State diagram',
  er: 'Entity relationship diagram',
  gantt: 'Gantt chart',
  pie: 'Pie chart',
  gitGraph: 'Git graph',
  mindmap: 'Mind map',
  timeline: 'Timeline',
  journey: 'User journey',
  quadrantChart: 'Quadrant chart',
  xychart: 'Chart',
  sankey: 'Sankey diagram',
  requirement: 'Requirement diagram',
  c4: 'C4 diagram',
  block: 'Block diagram',
  packet: 'Packet diagram',
  kanban: 'Kanban board',
  architecture: 'Architecture diagram',
  radar: 'Radar chart',
  treemap: 'Treemap',
} as const

/** The name of a diagram for who does not see it: the author's own, else the kind and the texts in it. */
export function accessibleName(
  { kind, title, description, labels }: Omit<Drawing, 'svg' | 'width' | 'height'>,
): string {
  if (title || description)
    return [title, description].filter(Boolean).map(endSentence).join(' ')
  const words = Object.entries(kindWords).find(([name]) => kind.startsWith(name))?.[1] ?? 'Diagram'
  const unique = [...new Set(labels)]
  return unique.length ? endSentence(`${words}: ${unique.join('; ')}`) : words
}

function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}
