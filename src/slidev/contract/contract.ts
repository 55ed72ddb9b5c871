/** An error of ours, not of an author: Slidev has changed where the toolkit builds on it. */
class ContractError extends Error {
  override name = 'ContractError'
  constructor(assumption: string) {
    super(`Slidev no longer keeps this assumption of the toolkit: ${assumption} (see src/slidev/contract/).`)
  }
}

/** @throws ContractError where `holds` is not true */
export function assertContract(holds: boolean, assumption: string): asserts holds {
  if (!holds)
    throw new ContractError(assumption)
}
