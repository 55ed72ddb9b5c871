/** What becomes of what lies on another host, by the word for it in the headmatter (`remote: keep`). */
export const remotePolicies = {
  still: 'its link and QR code stand in its place',
  keep: 'it stays in the deck; on paper its link and QR code stand in its place',
  error: 'it stops a build',
} as const

export type RemotePolicy = keyof typeof remotePolicies

export function isRemotePolicy(name: unknown): name is RemotePolicy {
  return typeof name === 'string' && Object.hasOwn(remotePolicies, name)
}
