import { describe, expect, it } from 'vitest'
import { readStackData } from '../../src/stack/data.ts'
import { layoutStack } from '../../src/stack/layout.ts'
import { stackClicks, stackMoment } from '../../src/stack/steps.ts'

function diagram(extra: Record<string, unknown>) {
  const layers = [
    { label: 'Hardware', kind: 'hardware' },
    { label: 'Linux', kind: 'os', children: [{ label: 'Kernel', kind: 'kernel' }] },
    { columns: [[{ label: 'A', kind: 'container' }, { label: 'B', kind: 'app' }], [{ label: 'C', kind: 'container' }]] },
  ]
  const data = readStackData({ layers, ...extra }).data!
  return { data, drawing: layoutStack(data) }
}

/** What is shown, and what is emphasised, after each number of clicks. */
function moments({ data, drawing }: ReturnType<typeof diagram>) {
  return Array.from({ length: stackClicks(data, drawing) + 1 }, (_, click) => {
    const moment = stackMoment(data, drawing, click)
    return { shown: drawing.boxes.filter(moment.isShown).map(box => box.id).sort().join(' '), arrows: moment.hasArrows, emphasis: [...moment.emphasis].join(' ') }
  })
}

describe('clicks', () => {
  it('are none by default', () => {
    expect(moments(diagram({}))).toEqual([{ shown: 'a b c hardware kernel linux', arrows: true, emphasis: '' }])
  })

  it('build the rows from the bottom, then the arrows', () => {
    expect(moments(diagram({ steps: 'build', arrows: [{ from: 'a', to: 'kernel' }] }))).toEqual([
      { shown: 'hardware', arrows: false, emphasis: '' },
      { shown: 'hardware kernel linux', arrows: false, emphasis: '' },
      { shown: 'a c hardware kernel linux', arrows: false, emphasis: '' },
      { shown: 'a b c hardware kernel linux', arrows: false, emphasis: '' },
      { shown: 'a b c hardware kernel linux', arrows: true, emphasis: '' },
    ])
  })

  it('move the emphasis, and stay at the last', () => {
    const moving = diagram({ steps: [['hardware'], ['kernel', 'a'], []] })
    expect(moments(moving).map(moment => moment.emphasis)).toEqual(['', 'hardware', 'kernel a', ''])
    expect([...stackMoment(moving.data, moving.drawing, Number.POSITIVE_INFINITY).emphasis]).toEqual([])
  })
})
