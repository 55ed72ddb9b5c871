import type { Copy } from '../../shared/copies.ts'
import { computed, inject, reactive, shallowRef } from 'vue'
import { COPY_EVENT, isCopy } from '../../shared/copies.ts'
import { slidevInjections } from '../contract/names.ts'

/** Who reads a slide, and on what. */
export interface Reader {
  /** Printed, as slides or as a handout. */
  paper: boolean
  /** Copy of a handout; none on slides and on web pages. */
  copy?: Copy
  /** In a deck, where clicks reveal what comes next. */
  live: boolean
}

/**
 * A printed deck becomes a copy of a handout without being opened anew, by `COPY_EVENT`, which names it;
 * without a name it is slides again.
 */
const mountedCopy = shallowRef<Copy>()
if (typeof window !== 'undefined') {
  window.addEventListener(COPY_EVENT, (event) => {
    mountedCopy.value = copyOf((event as CustomEvent<string | undefined>).detail)
  })
}

/**
 * Who reads: decided by the address (`?print` prints, `?copy=student` chooses the copy of a handout)
 * and by where the component stands. To be called in a component's setup;
 * it works in a deck and in a page that is rendered on a server.
 */
export function useReader(): Reader {
  const query = typeof location === 'undefined' ? '' : location.search
  const reader = readerOf(query, inject(slidevInjections.clicks, undefined) !== undefined)
  return reactive({ ...reader, copy: computed(() => mountedCopy.value ?? reader.copy) })
}

/** The reader of an address's query, in a deck or outside of one. */
export function readerOf(query: string, inDeck: boolean): Reader {
  const parameters = new URLSearchParams(query)
  const copy = copyOf(parameters.get('copy'))
  const paper = copy !== undefined || parameters.has('print')
  return { paper, copy, live: inDeck && !paper }
}

function copyOf(name: string | null | undefined): Copy | undefined {
  return name && isCopy(name) ? name : undefined
}
