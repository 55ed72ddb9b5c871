import { expect, it } from 'vitest'
import { caseTwins, hostedName, nameFault } from '../../src/core/host-names.ts'

it('makes names that every host serves', () => {
  expect(['_plugin-vue_export-helper', 'a b?c#d%20', '\0virtual:x', 'Grüße.png', '__'].map(hostedName)).toEqual(['plugin-vue_export-helper', 'a-b-c-d-20', 'virtual-x', 'Gr-e.png', 'file'])
})

it('says why some host does not serve a name', () => {
  expect(['a/b.png', 'Grüße.png', '_a.js'].map(nameFault)).toEqual([undefined, undefined, undefined])
  expect(['what?.png', '50%.png', 'a b.png'].map(nameFault)).toEqual(['holds the sign ?', 'holds the sign %', 'holds a space'])
  expect(caseTwins(['a/B.png', 'c.png', 'a/b.png'])).toEqual(['a/b.png'])
})
