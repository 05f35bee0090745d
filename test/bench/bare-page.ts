// A page that weighs what another one does and does nothing but paint: as many files, of as many bytes each, scripts that
// are read and never run, and at their end as many elements, made by plain calls.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What a page is made of, in bytes as they are unpacked. */
export interface Weight {
  html: number;
  scripts: number[];
  styles: number[];
  /** Elements in the body when the rows were painted. */
  nodes: number;
  rows: number;
}

/** Writes the page where the product's routes look for theirs. */
export function writeBarePage(folder: string, { html, scripts, styles, nodes, rows }: Weight): void {
  const assets = join(folder, 'tv/assets');
  mkdirSync(assets, { recursive: true });
  const write = (name: string, text: string): string => {
    for (const [ending, bytes] of [
      ['', Buffer.from(text)],
      ['.gz', gzipSync(text)],
      ['.br', brotliCompressSync(text)],
    ] as const) {
      writeFileSync(join(assets, name + ending), bytes);
    }
    return `/tv/assets/${name}`;
  };
  const largest = scripts.indexOf(Math.max(...scripts));
  const tags = [
    ...styles.map((bytes, index) => {
      const url = write(`bare-${index}.css`, filled(index === 0 ? STYLE : '', bytes, styleLine));
      return `<link rel="stylesheet" crossorigin href="${url}">`;
    }),
    ...scripts.map((bytes, index) => {
      const own = index === largest ? paintScript(nodes, rows) : '';
      return `<script type="module" crossorigin src="${write(`bare-${index}.js`, filled(own, bytes, scriptLine))}"></script>`;
    }),
  ];
  const page = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Bare</title>${tags.join('')}</head><body bgcolor="#070f1a"><!---->`;
  writeFileSync(
    join(folder, 'tv/index.html'),
    page.replace('<!---->', `<!--${' '.repeat(Math.max(0, html - page.length))}-->`),
  );
}

const STYLE =
  'body{margin:0;color:#fff;font:24px sans-serif}.row{position:absolute;left:40px;right:40px;height:46px;' +
  'background:#162536;overflow:hidden}';

const styleLine = (line: number): string => `.bare-${line}{color:#fff;margin:${line % 90}px}\n`;
const scriptLine = (line: number): string => `export function bare${line}(a,b){const c=a*${line};return b?c+b:c}\n`;

function filled(own: string, bytes: number, lineOf: (line: number) => string): string {
  let text = '';
  for (let line = 0; text.length + own.length < bytes; line += 1) text += lineOf(line);
  return text + own;
}

/** Rows that share out the elements among them. */
function paintScript(nodes: number, rows: number): string {
  const parts = Math.max(0, Math.round((nodes - rows - 1) / rows));
  return `const main=document.createElement('main');main.dataset.rev='1';for(let row=0;row<${rows};row+=1){
const line=document.createElement('div');line.className='row';line.style.transform='translateY('+(20+row*50)+'px)';
for(let part=0;part<${parts};part+=1){const cell=document.createElement('span');cell.textContent='Nguyễn '+part+' ';line.append(cell)}
main.append(line)}document.body.append(main);`;
}
