/** A clock that goes as the server's does. */
export function createServerClock(): { set: (now: number) => void, now: () => number } {
  let offset = 0
  return {
    set(now) {
      offset = now - Date.now()
    },
    now: () => Date.now() + offset,
  }
}

/** What is left until a time, as `m:ss`; after it with a minus. */
export function leftUntil(time: number, now: number): string {
  const seconds = Math.ceil((time - now) / 1000)
  const [minutes, rest] = [Math.floor(Math.abs(seconds) / 60), Math.abs(seconds) % 60]
  return `${seconds < 0 ? '−' : ''}${minutes}:${String(rest).padStart(2, '0')}`
}

/** A time of the day, as `10:45`. */
export function timeOfDay(time: number): string {
  return new Date(time).toLocaleTimeString(document.documentElement.lang || [], { hour: 'numeric', minute: '2-digit' })
}
