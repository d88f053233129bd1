import type { Plugin } from 'vite';

/** Where Microsoft serves the library from. Pages that load it from there get its repairs by themselves. */
const microsoftOrigin = 'https://appsforoffice.microsoft.com';
const fromMicrosoft = `${microsoftOrigin}/lib/1/hosted/office.js`;
/** The copy beside the page, for networks without a way out. */
const fromHere = './office/office.js';

/** Two style attributes that office.js sets on what it hides; the sums are of their texts. */
const stylesOfOffice = [
  "'sha256-ICa0DhwZQJsOd/Rn0N8H6FdQ71GfNL+op2zhAQ+Y4mM='",
  "'sha256-ZD0chCyBaNHl+4UwQHJIHGoYhKwMeyCXGgJTKW5/67E='",
];

export interface ExcelPageOptions {
  /** Whether the page takes office.js from its own server. */
  readonly selfHosted: boolean;
}

/**
 * What the page may load and whom it may talk to, written into the page so that it holds on any server:
 * scripts of our own and office.js, and no connection but to where the page came from.
 */
export function excelPagePolicy({ selfHosted }: ExcelPageOptions): string {
  return [
    "default-src 'none'",
    `script-src 'self'${selfHosted ? '' : ` ${microsoftOrigin}`}`,
    `style-src 'self' 'unsafe-hashes' ${stylesOfOffice.join(' ')}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}

/**
 * The page that Excel opens: the pane's own page with office.js before its script. The page for browsers
 * stays without, so that it asks nobody else for anything.
 */
export function excelPage(options: ExcelPageOptions): Plugin {
  return {
    name: 'excel-page',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('excel-page: the build made no index.html');
        const html = String(page.source);
        const script = /<script type="module"[^>]* src="(\.\/[^"]+)"><\/script>/.exec(html);
        const charset = '<meta charset="utf-8">';
        if (!script?.[1] || !html.includes(charset)) {
          throw new Error('excel-page: index.html has no script, or no charset to put the policy behind');
        }
        const policy = `<meta http-equiv="Content-Security-Policy" content="${excelPagePolicy(options)}">`;
        const office = `<script src="${options.selfHosted ? fromHere : fromMicrosoft}"></script>`;
        this.emitFile({
          type: 'asset',
          fileName: 'excel.html',
          source: html
            .replace(charset, `${charset}\n    ${policy}`)
            .replace(script[0], `${office}\n    ${script[0]}`),
        });
        // The manifest has to name a script of functions. It is the page's own; the shared runtime loads the page.
        this.emitFile({ type: 'asset', fileName: 'functions.js', source: `import '${script[1]}';\n` });
      },
    },
  };
}
