/** Thrown where packed bytes are not what any packer makes. */
export class DeflateFault extends Error {
  override readonly name = 'DeflateFault';
}
