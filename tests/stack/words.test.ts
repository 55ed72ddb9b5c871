import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { readStackData } from '../../src/stack/data.ts'
import { stackDescription, stackName } from '../../src/stack/words.ts'

function inWords(name: string): string {
  const { data } = readStackData(parse(readFileSync(new URL(`../fixtures/stack/${name}.yaml`, import.meta.url), 'utf8')))
  return `${stackName(data!)}. ${stackDescription(data!)}`
}

it('reads a diagram aloud', () => {
  expect(inWords('docker')).toMatchInlineSnapshot(`"Docker: stack diagram. Docker, from bottom to top: Hardware; Linux (operating system); Docker (engine); 2 side by side, each: Container, on it Container process. An arrow from Container 1 to Linux: uses the Linux kernel. An arrow from Container 2 to Linux: also uses the Linux kernel."`)
  expect(inWords('virtual-machine')).toMatchInlineSnapshot(`"Stack diagram. From bottom to top: Hardware; macOS (operating system); Hypervisor; Windows VM (virtual machine); 2 side by side, each: Windows app."`)
  expect(inWords('comparison')).toMatchInlineSnapshot(`"Virtual machine and Docker: stack diagram. Virtual machine, from bottom to top: Hardware; macOS (operating system); Hypervisor; Windows VM (virtual machine); 2 side by side, each: Windows app. Docker, from bottom to top: Hardware; Linux (operating system); Docker (engine); 2 side by side, each: Container, on it Container process. An arrow from Container 1 to Linux: uses the Linux kernel. An arrow from Container 2 to Linux: also uses the Linux kernel."`)
  expect(inWords('operating-system')).toMatchInlineSnapshot(`"Stack diagram. From bottom to top: Operating system (inside it, from bottom to top: The kernel (emphasised); Files and programs that come with the operating system)."`)
  expect(inWords('many-containers')).toMatchInlineSnapshot(`"Stack diagram. From bottom to top: Hardware; Linux (operating system); Docker (engine); 8 side by side, each: Container."`)
  expect(inWords('partly-shared')).toMatchInlineSnapshot(`"Stack diagram. From bottom to top: Kernel; 2 side by side: (1) Python 3.12 (files), on it 2 side by side: (a) Flask app, (b) Scraper (program), (2) Node (files), on it Chat (program); Shared roof (image). An arrow from Flask app to Python 3.12: imports. An arrow from Chat to Python 3.12: calls. An arrow from Scraper to Kernel: makes system calls to."`)
})
