/** The drawing as elements. It is read as XML and never as HTML, so nothing in it can run. */
export function drawing(svg: string): Node {
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  if (documentElement.nodeName !== 'svg') throw new Error('The chart is not a well-formed drawing.');
  return document.importNode(documentElement, true);
}
