// The same poster drawn by satori with resvg, or by Chromium, for bench/artwork.
//   work satori|chromium PLACE FONTS    answers each line "picture FORMAT N" with milliseconds and bytes of one
//   first PLACE FONTS FORMAT FILE       one picture of a cold process, by satori
//   pages PLACE FONTS                   writes each poster as a page of its own
// PLACE has FORMAT.json and the packages. Chromium's path comes in CAIRN_CHROMIUM.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const cold = process.argv[2] === 'first' || process.argv[2] === 'pages';
const [place, fonts] = process.argv.slice(cold ? 3 : 4);
const require = createRequire(path.join(path.resolve(place), 'package.json'));
const family = 'Atkinson Hyperlegible Next';
const files = { 400: 'AtkinsonHyperlegibleNext_400Regular.ttf', 800: 'AtkinsonHyperlegibleNext_800ExtraBold.ttf' };
const poster = format => JSON.parse(fs.readFileSync(path.join(place, `${format}.json`), 'utf8'));

function satoriDrawing() {
  const satori = require('satori').default ?? require('satori');
  const { Resvg } = require('@resvg/resvg-js');
  const given = Object.entries(files).map(([weight, file]) => ({ name: family, data: fs.readFileSync(path.join(fonts, file)), weight: Number(weight), style: 'normal' }));
  const element = (type, props, children) => ({ type, props: { ...props, children } });
  return async p => {
    const boxes = p.boxes.map(b => element('div', { style: { position: 'absolute', left: b.x, top: b.y, width: b.width, height: b.height, backgroundColor: b.fill } }));
    const shape = s => element('path', s.stroke
      ? { d: s.d, fill: 'none', stroke: s.stroke, strokeWidth: s.width, strokeLinejoin: 'round', strokeLinecap: 'round' }
      : { d: s.d, fill: s.fill, ...(s.crisp ? { shapeRendering: 'crispEdges' } : {}) });
    const pictures = p.shapes.map(g => element('svg', {
      width: g.width, height: g.height, viewBox: `${g.x} ${g.y} ${g.width} ${g.height}`, style: { position: 'absolute', left: g.x, top: g.y } }, g.shapes.map(shape)));
    const texts = p.texts.map(t => element('div', { style: {
      position: 'absolute', left: t.x, top: t.top, width: t.width, fontSize: t.size, fontWeight: t.weight, lineHeight: t.leading, letterSpacing: t.spacing, color: t.colour } }, t.text));
    const page = element('div', { style: { width: p.width, height: p.height, display: 'flex', position: 'relative', backgroundColor: p.ground, fontFamily: family } }, [...boxes, ...pictures, ...texts]);
    const svg = await satori(page, { width: p.width, height: p.height, fonts: given });
    return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
  };
}

const style = p => `<style>${Object.entries(files).map(([weight, file]) =>
  `@font-face{font-family:"${family}";font-weight:${weight};src:url("${pathToFileURL(path.resolve(fonts, file))}")}`).join('')}
  @page{size:${p.width}${p.unit} ${p.height}${p.unit};margin:0}*{margin:0}body>*{position:absolute}
  body{position:relative;overflow:hidden;width:${p.width}${p.unit};height:${p.height}${p.unit};background:${p.ground};font-family:"${family}";print-color-adjust:exact}</style>`;

function body(p) {
  const escaped = text => text.replace(/[&<>]/g, c => `&#${c.charCodeAt(0)};`);
  const placed = b => `left:${b.x}${p.unit};top:${b.y}${p.unit};width:${b.width}${p.unit};height:${b.height}${p.unit}`;
  const boxes = p.boxes.map(b => `<div style="${placed(b)};background:${b.fill}"></div>`).join('');
  const shape = s => s.stroke
    ? `<path d="${s.d}" fill="none" stroke="${s.stroke}" stroke-width="${s.width}" stroke-linejoin="round" stroke-linecap="round"/>`
    : `<path d="${s.d}" fill="${s.fill}"${s.crisp ? ' shape-rendering="crispEdges"' : ''}/>`;
  const pictures = p.shapes.map(g => `<svg style="${placed(g)}" viewBox="${g.x} ${g.y} ${g.width} ${g.height}">${g.shapes.map(shape).join('')}</svg>`).join('');
  const texts = p.texts.map(t => `<p style="left:${t.x}${p.unit};top:${t.top}${p.unit};width:${t.width}${p.unit};font-size:${t.size}${p.unit};`
    + `font-weight:${t.weight};line-height:${t.leading};letter-spacing:${t.spacing}${p.unit};color:${t.colour}">${escaped(t.text)}</p>`).join('');
  return boxes + pictures + texts;
}

const whole = p => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Poster</title>${style(p)}<body>${body(p)}</body></html>`;

// A warm page that has its fonts: for each picture it is given the poster anew, laid out and taken.
async function chromiumPages() {
  const { chromium } = require('playwright-core');
  const browser = await chromium.launch({ executablePath: process.env.CAIRN_CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] });
  const pages = new Map();
  return async (p, format) => {
    if (!pages.has(format)) {
      const page = await browser.newPage({ viewport: { width: Math.round(p.width), height: Math.round(p.height) }, deviceScaleFactor: 1 });
      await page.goto(pathToFileURL(path.resolve(place, `${format}.html`)).href);
      await page.evaluate(() => document.fonts.ready.then(() => true));
      pages.set(format, { page, direct: await page.context().newCDPSession(page) });
    }

    const { page, direct } = pages.get(format);
    await page.evaluate(html => { document.body.innerHTML = html; }, body(p));
    if (p.unit === 'pt')
      return page.pdf({ preferCSSPageSize: true, printBackground: true });
    // Straight from the browser: Playwright's own way waits for more before each picture.
    return Buffer.from((await direct.send('Page.captureScreenshot', { format: 'png' })).data, 'base64');
  };
}

if (process.argv[2] === 'pages') {
  for (const format of ['square', 'card', 'a4'])
    fs.writeFileSync(path.join(place, `${format}.html`), whole(poster(format)));
} else if (process.argv[2] === 'first') {
  fs.writeFileSync(process.argv[6], await satoriDrawing()(poster(process.argv[5])));
  console.log('done');
} else {
  const peer = process.argv[3];
  const draw = peer === 'satori' ? satoriDrawing() : await chromiumPages();
  for await (const line of createInterface({ input: process.stdin })) {
    const [, format, count] = line.split(' ');
    const given = poster(format);
    let made;
    const begun = performance.now();
    for (let i = 0; i < Number(count); i++)
      made = await draw(given, format);
    const spent = (performance.now() - begun) / Number(count);
    fs.writeFileSync(path.join(place, `${peer}-${format}.${given.unit === 'pt' ? 'pdf' : 'png'}`), made);
    console.log(`${spent.toFixed(3)} ${made.length}`);
  }

  process.exit(0);
}
