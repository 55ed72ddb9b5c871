import type { Component, Slots } from 'vue'
import { createSSRApp, h, provide, ref } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { slidevInjections } from '../../src/slidev/contract/names.ts'

/** What a component is rendered in: a web page, or a deck with so many clicks made. */
export interface Place {
  clicks?: number
  /** The address's query, e.g. `?copy=student`. */
  query?: string
}

/** The HTML of a component without Vue's marks. */
export async function render(component: Component, props: Record<string, unknown>, slots: Record<string, () => unknown> = {}, { clicks, query }: Place = {}): Promise<string> {
  let registered = 0
  const app = createSSRApp({
    setup() {
      if (clicks !== undefined) {
        provide(slidevInjections.clicks, ref({
          calculateSince: () => ({ start: 1, max: 1, delta: 1, isActive: ref(clicks >= 1) }),
          register: () => registered++,
          unregister: () => {},
        }))
        provide(slidevInjections.page, ref(3))
        provide(slidevInjections.renderContext, ref('slide'))
        provide(slidevInjections.slidev, { nav: { currentSlideNo: 3 } })
      }
      return () => h(component, props, slots as unknown as Slots)
    },
  })
  app.config.warnHandler = (message) => {
    if (!message.startsWith('Unhandled error'))
      throw new Error(message)
  }
  const global = globalThis as { location?: unknown }
  if (query !== undefined)
    global.location = { search: query }
  try {
    const html = await renderToString(app)
    return `${html.replace(/<!--.*?-->/g, '').replace(/ data-v-[\da-f]+/g, '').replace(/\s*(<[^>]*>)\s*/g, '$1')}${registered ? `\n(${registered} click)` : ''}`
  }
  finally {
    delete global.location
  }
}
