import type { JoinView } from '../shared/live.ts'
import os from 'node:os'
import { qrPath } from '../core/qr.ts'

/** Addresses at which others of the network may reach this machine; the likeliest first. */
export function networkAddresses(): string[] {
  const all = Object.entries(os.networkInterfaces()).flatMap(([name, list = []]) => {
    const own = list.filter(({ family, internal }) => family === 'IPv4' && !internal)
    return own.map(({ address }) => ({ name, address }))
  })
  // Those of virtual machines and containers are reached by nobody in the room.
  const rank = ({ name }: { name: string }) => /^(?:docker|br-|veth|virbr|vmnet|vbox|utun|tun|tap)/i.test(name) ? 1 : 0
  return all.sort((a, b) => rank(a) - rank(b)).map(({ address }) => address)
}

/** An address with its code to scan. */
export function joinView(address: string): JoinView {
  return { address, ...qrPath(address) }
}
