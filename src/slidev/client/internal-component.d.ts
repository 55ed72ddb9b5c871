import type { DefineComponent } from 'vue'

/** A component of Slidev that its types do not name; its sources do not compile under strict settings. */
declare const component: DefineComponent
export default component
