import { html } from 'hono/html';
import { cellText } from '../check-data-blocks.ts';
import { type Json, listOf, objectOf, stringOf } from '../json.ts';
import { drawChart } from './draw-chart.ts';
import { drawElement, type Place } from './draw-elements.ts';
import { drawMarkdown, drawRichText, drawText, type Markup } from './draw-text.ts';

export interface Surface {
  /** Attributes that tell the page's script the message or the view. */
  readonly attributes: Markup;
  /** What the app found wrong in a form, by block. */
  readonly errors?: Readonly<Record<string, string>>;
}

/** Blocks as a person sees them. A kind that is not known here is shown as it was sent. */
export function drawBlocks(blocks: unknown, surface: Surface): Markup {
  return html`${listOf(blocks).map((block, index) => {
    const blockId = stringOf(block.block_id) ?? `b${index}`;
    const place: Place = {
      attributes: surface.attributes,
      blockId,
      sendsAtOnce: block.type !== 'input' || block.dispatch_action === true,
    };
    return html`<div class="block ${stringOf(block.type)}">${drawBlock(block, place, surface.errors?.[blockId])}</div>`;
  })}`;
}

function drawBlock(block: Json, place: Place, error: string | undefined): Markup {
  switch (block.type) {
    case 'header':
      return html`<h3>${drawText(block.text)}</h3>`;
    case 'divider':
      return html`<hr>`;
    case 'section':
      return drawSection(block, place);
    case 'context':
      return html`<small>${listOf(block.elements).map((element) =>
        element.type === 'image' ? drawImage(element) : html`<span>${drawText(element)}</span> `,
      )}</small>`;
    case 'actions':
    case 'context_actions':
      return html`<div class="actions">${listOf(block.elements).map((element) => drawElement(element, place))}</div>`;
    case 'image':
      return html`<figure>${block.title === undefined ? '' : html`<figcaption>${drawText(block.title)}</figcaption>`}${drawImage(block)}</figure>`;
    case 'markdown':
      return drawMarkdown(stringOf(block.text) ?? '');
    case 'rich_text':
      return drawRichText(block);
    case 'data_table':
    case 'table':
      return drawTable(block);
    case 'data_visualization':
      return drawChart(block);
    case 'input':
      return drawInputBlock(block, place, error);
    default:
      return html`<pre class="unknown">${JSON.stringify(block, null, 1)}</pre>`;
  }
}

function drawSection(block: Json, place: Place): Markup {
  const accessory = objectOf(block.accessory);
  const fields = listOf(block.fields);
  return html`<div class="section-row"><div class="section-text">
    ${block.text === undefined ? '' : html`<p>${drawText(block.text)}</p>`}
    ${fields.length === 0 ? '' : html`<div class="fields">${fields.map((field) => html`<div>${drawText(field)}</div>`)}</div>`}
  </div>${block.accessory === undefined ? '' : accessory.type === 'image' ? drawImage(accessory) : html`<div>${drawElement(accessory, place)}</div>`}</div>`;
}

function drawImage(image: Json): Markup {
  const { id } = objectOf(image.slack_file);
  const address = id === undefined ? stringOf(image.image_url) : `/file/${String(id)}`;
  return html`<img src="${address}" alt="${stringOf(image.alt_text)}">`;
}

function drawInputBlock(block: Json, place: Place, error: string | undefined): Markup {
  const optional = block.optional === true ? html` <small>(optional)</small>` : '';
  return html`<div class="field${error === undefined ? '' : ' wrong'}"><div class="label">${drawText(block.label)}${optional}</div>
    ${drawElement(objectOf(block.element), place)}
    ${error === undefined ? '' : html`<p class="error" role="alert">${error}</p>`}
    ${block.hint === undefined ? '' : html`<small>${drawText(block.hint)}</small>`}</div>`;
}

/** A table; rows after its first page are folded away. */
function drawTable(block: Json): Markup {
  const rows = (Array.isArray(block.rows) ? block.rows : []).map(listOf);
  const [head = [], ...body] = rows;
  const page = Number(block.page_size ?? 10);
  const named = Number(block.row_header_column_index ?? -1);
  const row = (cells: readonly Json[]): Markup =>
    html`<tr>${cells.map((cell, index) => {
      const number = cell.type === 'raw_number' || /^[-£]?[\d,.]+%?$/.test(cellText(cell));
      const shown = cell.type === 'rich_text' ? drawRichText(cell) : cellText(cell);
      return index === named
        ? html`<th scope="row">${shown}</th>`
        : html`<td${number ? html` class="number"` : ''}>${shown}</td>`;
    })}</tr>`;
  const caption = stringOf(block.caption);
  const more = body.slice(page);
  return html`<div class="table-frame"><table>${caption === undefined ? '' : html`<caption>${caption}</caption>`}
    <thead><tr>${head.map((cell) => html`<th scope="col">${cellText(cell)}</th>`)}</tr></thead>
    <tbody>${body.slice(0, page).map(row)}</tbody></table>
    ${more.length === 0 ? '' : html`<details><summary>${more.length} more rows on other pages</summary><table><tbody>${more.map(row)}</tbody></table></details>`}</div>`;
}
