import { PdfError } from './errors.ts'

type Value = number | boolean
type Step = number | string | Step[]

const RADIANS = Math.PI / 180

/** What operators make of the numbers on top of the stack, the last one on top. */
const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => Value>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  idiv: (a, b) => Math.trunc(a / b),
  mod: (a, b) => a % b,
  exp: (a, b) => a ** b,
  atan: (a, b) => (Math.atan2(a, b) / RADIANS + 360) % 360,
  bitshift: (a, b) => b < 0 ? a >> -b : a << b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
}

const OF_ONE: Readonly<Record<string, (a: number) => number>> = {
  neg: a => -a,
  abs: Math.abs,
  ceiling: Math.ceil,
  floor: Math.floor,
  round: Math.round,
  truncate: Math.trunc,
  cvi: Math.trunc,
  cvr: a => a,
  sqrt: Math.sqrt,
  sin: a => Math.sin(a * RADIANS),
  cos: a => Math.cos(a * RADIANS),
  ln: Math.log,
  log: Math.log10,
}

const LOGIC: Readonly<Record<string, (a: Value, b: Value) => Value>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  and: (a, b) => typeof a === 'boolean' ? a && b : a & Number(b),
  or: (a, b) => typeof a === 'boolean' ? a || b : a | Number(b),
  xor: (a, b) => typeof a === 'boolean' ? a !== b : a ^ Number(b),
}

/**
 * Reads a PostScript calculator function (ISO 32000-1, 7.10.5), such as `{ dup mul exch }`.
 * @returns what it leaves on the stack for what stood there before
 * @throws PdfError when it is no such program, also when it is run
 */
export function readCalculator(source: string): (...inputs: number[]) => number[] {
  const words = source.replace(/%[^\n\r]*/g, ' ').match(/[{}]|[^\s{}]+/g) ?? []
  if (words.shift() !== '{')
    throw new PdfError('A function of the PDF is no program.')
  const program = readBlock(words)
  return (...inputs) => {
    const stack: Value[] = [...inputs]
    run(program, stack)
    return stack.map(Number)
  }
}

function readBlock(words: string[]): Step[] {
  const steps: Step[] = []
  for (let word = words.shift(); word !== '}'; word = words.shift()) {
    if (word === undefined)
      throw new PdfError('A function of the PDF does not end.')
    const number = Number(word)
    if (word === '{')
      steps.push(readBlock(words))
    else
      steps.push(Number.isNaN(number) ? word : number)
  }
  return steps
}

function run(steps: readonly Step[], stack: Value[]): void {
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i]!
    if (typeof step === 'number')
      stack.push(step)
    else if (step === 'if' && stack.pop())
      run(steps[i - 1] as Step[], stack)
    else if (step === 'ifelse')
      run(steps[stack.pop() ? i - 2 : i - 1] as Step[], stack)
    else if (typeof step === 'string' && step !== 'if')
      runOperator(step, stack)
  }
}

function runOperator(operator: string, stack: Value[]): void {
  const [ofOne, arithmetic, logic] = [OF_ONE[operator], ARITHMETIC[operator], LOGIC[operator]]
  if (ofOne)
    return void stack.push(ofOne(Number(stack.pop())))
  if (!arithmetic && !logic)
    return moveOnStack(operator, stack)
  const b = stack.pop()!
  const a = stack.pop()!
  stack.push(arithmetic ? arithmetic(Number(a), Number(b)) : logic!(a, b))
}

function moveOnStack(operator: string, stack: Value[]): void {
  switch (operator) {
    case 'pop':
      stack.pop()
      break
    case 'dup':
      stack.push(stack.at(-1)!)
      break
    case 'exch':
      stack.push(...stack.splice(-2).reverse())
      break
    case 'copy':
      stack.push(...stack.slice(stack.length - 1 - Number(stack.pop())))
      break
    case 'index':
      stack.push(stack.at(-1 - Number(stack.pop()))!)
      break
    case 'roll': {
      const by = Number(stack.pop())
      const rolled = stack.splice(stack.length - 1 - Number(stack.pop()))
      const turn = ((by % rolled.length) + rolled.length) % rolled.length
      stack.push(...rolled.slice(rolled.length - turn), ...rolled.slice(0, rolled.length - turn))
      break
    }
    case 'not': {
      const value = stack.pop()!
      stack.push(typeof value === 'boolean' ? !value : ~value)
      break
    }
    case 'true':
    case 'false':
      stack.push(operator === 'true')
      break
    default:
      throw new PdfError(`A function of the PDF has an operator "${operator}" that is none.`)
  }
}
