import { defineMonacoSetup } from '@slidev/types'

/** Code in an editor is as large as elsewhere on slides. */
export default defineMonacoSetup(() => ({ editorOptions: { fontSize: 19, lineHeight: 25.5 } }))
