import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { type Json, listOf, objectOf, stringOf } from '../json.ts';

/** HTML made by the `html` template, which escapes what is put into it. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A text object: `mrkdwn` with its markup, `plain_text` as it is. */
export function drawText(value: unknown): Markup {
  const { type, text } = objectOf(value);
  const shown = stringOf(text) ?? '';
  return type === 'mrkdwn' ? drawMrkdwn(shown) : drawPlain(shown);
}

/** Text as it is, with its line breaks. */
export function drawPlain(text: string): Markup {
  return html`${text.split('\n').map((line, index) => html`${index > 0 ? raw('<br>') : ''}${line}`)}`;
}

/** Slack's own markup. What `&lt;` and the like stand for is shown. */
export function drawMrkdwn(text: string): Markup {
  const parts = text.split(/(```[\s\S]+?```|`[^`\n]+`|<[^>\n]+>)/);
  return html`${parts.map((part) => {
    if (part.startsWith('```')) return html`<pre>${unescaped(part.slice(3, -3))}</pre>`;
    if (part.startsWith('`')) return html`<code>${unescaped(part.slice(1, -1))}</code>`;
    if (part.startsWith('<') && part.endsWith('>')) return drawControl(part.slice(1, -1));
    return raw(styled(part));
  })}`;
}

/** What stands between angle brackets: a person, a channel, everybody, or a link. */
function drawControl(inside: string): Markup {
  const [target = '', label] = inside.split('|', 2);
  if (/^[@#!]/.test(target)) return html`<span class="mention">${label ?? target}</span>`;
  return html`<a href="${unescaped(target)}" rel="noreferrer">${unescaped(label ?? target)}</a>`;
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Bold, italic, struck out and quoted; everything else is escaped. */
function styled(text: string): string {
  const safe = String(html`${unescaped(text)}`);
  return safe
    .replace(/(^|[\s(])\*([^*\n]+)\*(?=$|[\s.,:;!?)])/gm, '$1<b>$2</b>')
    .replace(/(^|[\s(])_([^_\n]+)_(?=$|[\s.,:;!?)])/gm, '$1<i>$2</i>')
    .replace(/(^|[\s(])~([^~\n]+)~(?=$|[\s.,:;!?)])/gm, '$1<s>$2</s>')
    .replace(/^&gt; ?(.*)$/gm, '<span class="quote">$1</span>')
    .replaceAll('\n', '<br>');
}

/** A `markdown` block: headings, lists, bold and links, as far as messages use them. */
export function drawMarkdown(text: string): Markup {
  return html`${text.split('\n').map((line) => {
    const heading = /^#{1,6} (.*)$/.exec(line);
    if (heading) return html`<p><b>${inlineMarkdown(heading[1] ?? '')}</b></p>`;
    const item = /^\s*(?:[-*]|\d+\.) (.*)$/.exec(line);
    if (item) return html`<div class="item">${inlineMarkdown(item[1] ?? '')}</div>`;
    return line === '' ? raw('<br>') : html`<div>${inlineMarkdown(line)}</div>`;
  })}`;
}

function inlineMarkdown(line: string): Markup {
  return html`${line.split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/).map((part) => {
    if (part.startsWith('**')) return html`<b>${part.slice(2, -2)}</b>`;
    const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
    return link ? html`<a href="${link[2]}" rel="noreferrer">${link[1]}</a>` : html`${part}`;
  })}`;
}

/** A `rich_text` block: paragraphs, lists, quotes and code. */
export function drawRichText(block: Json): Markup {
  return html`${listOf(block.elements).map((element) => {
    const inside = listOf(element.elements);
    switch (element.type) {
      case 'rich_text_list': {
        const items = html`${inside.map((item) => html`<li>${listOf(item.elements).map(drawRichElement)}</li>`)}`;
        const indent = `indent-${Number(element.indent ?? 0)}`;
        return element.style === 'ordered'
          ? html`<ol class="${indent}" start="${Number(element.offset ?? 0) + 1}">${items}</ol>`
          : html`<ul class="${indent}">${items}</ul>`;
      }
      case 'rich_text_preformatted':
        return html`<pre>${inside.map(drawRichElement)}</pre>`;
      case 'rich_text_quote':
        return html`<blockquote>${inside.map(drawRichElement)}</blockquote>`;
      default:
        return html`<p>${inside.map(drawRichElement)}</p>`;
    }
  })}`;
}

function drawRichElement(element: Json): Markup {
  const { type, style } = element;
  if (type === 'user') return html`<span class="mention">@${stringOf(element.user_id)}</span>`;
  if (type === 'channel') return html`<span class="mention">#${stringOf(element.channel_id)}</span>`;
  if (type === 'emoji') return html`:${stringOf(element.name)}:`;
  const text = stringOf(element.text) ?? stringOf(element.url) ?? '';
  let shown = drawPlain(text);
  if (type === 'link') shown = html`<a href="${stringOf(element.url)}" rel="noreferrer">${shown}</a>`;
  const { bold, italic, strike, code } = objectOf(style);
  if (bold) shown = html`<b>${shown}</b>`;
  if (italic) shown = html`<i>${shown}</i>`;
  if (strike) shown = html`<s>${shown}</s>`;
  return code ? html`<code>${shown}</code>` : shown;
}
