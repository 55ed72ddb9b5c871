import { useNav } from '@slidev/client'

/** Lets a deck that the server of a talk has given out show what its presenter shows. */
export function followTalk(): void {
  const live = globalThis.__docentLive
  const nav = useNav()
  if (!live || nav.isPrintMode.value || nav.isEmbedded.value || window.parent !== window)
    return
  void import('./wall.ts').then(({ followOnWall }) => followOnWall(live.lecture, nav))
}
