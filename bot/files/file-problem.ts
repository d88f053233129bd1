/** Why a file cannot be worked on, in words for the person who sent it. Expected, so it is no failure of ours. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}
