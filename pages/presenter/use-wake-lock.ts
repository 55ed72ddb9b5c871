import { onMounted, onUnmounted } from 'vue'

/** Keeps the screen awake where the browser can, as on the presenter's own machine. */
export function useWakeLock(): void {
  let lock: WakeLockSentinel | undefined
  const request = async () => {
    if (document.visibilityState === 'visible')
      lock = await navigator.wakeLock?.request('screen').catch(() => undefined)
  }
  onMounted(() => {
    void request()
    document.addEventListener('visibilitychange', request)
  })
  onUnmounted(() => {
    document.removeEventListener('visibilitychange', request)
    void lock?.release()
  })
}
