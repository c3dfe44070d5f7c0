// Checks the files a table is published in: node validate.cjs MODULES FOLDER. Every NAME.csv in the folder has NAME.csv-metadata.json beside it, and NAME.json unless
// it is a share over time, NAME.share.csv.
// Then every file is broken in ways that a table must not be, and each of them must be refused: a checker that finds nothing in anything proves nothing.
const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');
const [modules, folder] = process.argv.slice(2);
const from = createRequire(path.join(path.resolve(modules), 'node_modules', 'x.js'));
const Ajv = from('ajv/dist/2020').default;
const formats = from('ajv-formats').default;
const { parse } = from('csv-parse/sync');
const JsonStat = from('jsonstat-toolkit');

const schema = name => {
  const ajv = new Ajv({ allowUnionTypes: true, allErrors: true });
  formats(ajv);
  return ajv.compile(JSON.parse(fs.readFileSync(path.join(__dirname, name), 'utf8')));
};
const schemas = { csvw: schema('csvw.schema.json'), jsonStat: schema('json-stat.schema.json') };
const against = (schema, value) => (schema(value) ? [] : schema.errors.map(e => `${e.instancePath || '/'} ${e.message}`));

// Lexical rules of the datatypes our tables use (W3C, Metadata Vocabulary for Tabular Data, 6.4). A datatype that is not here is refused, not passed over.
const whole = (least, most) => (cell => /^[+-]?\d+$/.test(cell) && BigInt(cell) >= least && BigInt(cell) <= most);
const kinds = {
  string: () => true,
  nonNegativeInteger: whole(0n, 2n ** 63n - 1n),
  positiveInteger: whole(1n, 2n ** 63n - 1n),
  integer: whole(-(2n ** 63n), 2n ** 63n - 1n),
  anyURI: cell => URL.canParse(cell),
  decimal: cell => /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(cell),
  boolean: (cell, format) => (format ? format.split('|') : ['true', 'false', '1', '0']).includes(cell),
  date: (cell, format) => (format === undefined || format === 'yyyy-MM-dd') && /^\d{4}-\d\d-\d\d$/.test(cell) && new Date(cell + 'T00:00:00Z').toISOString?.().slice(0, 10) === cell,
};

function fits(cell, datatype) {
  const { base, format, length, minLength, maxLength } = typeof datatype === 'string' ? { base: datatype } : datatype ?? { base: 'string' };
  if (!kinds[base]) return false;
  try {
    if (!kinds[base](cell, format)) return false;
  } catch {
    return false;
  }
  const letters = [...cell].length;
  return (base !== 'string' || format === undefined || new RegExp(format, 'u').test(cell)) && (length === undefined || letters === length)
    && (minLength === undefined || letters >= minLength) && (maxLength === undefined || letters <= maxLength);
}

const titlesOf = column => [column.name, ...[column.titles ?? []].flat().flatMap(t => (typeof t === 'string' ? [t] : Object.values(t).flat()))];

function csvw(csv, metadata, name) {
  const wrong = against(schemas.csvw, metadata);
  if (wrong.length > 0) return wrong;
  if (metadata.url !== name + '.csv') wrong.push(`url is ${metadata.url}`);
  const { columns, primaryKey } = metadata.tableSchema;
  const names = columns.map(c => c.name);
  if (new Set(names).size !== names.length) wrong.push('two columns have one name');
  let rows;
  try {
    rows = parse(csv, { bom: false, relax_column_count: false, delimiter: metadata.dialect?.delimiter ?? ',', quote: metadata.dialect?.quoteChar ?? '"' });
  } catch (e) {
    return [...wrong, `not CSV: ${e.message}`];
  }
  if (csv.includes('\n') && /(^|[^\r])\n/.test(csv)) wrong.push('a line does not end in CR LF');
  const [header, ...body] = rows;
  if (header.length !== columns.length) return [...wrong, `${header.length} columns in the CSV, ${columns.length} in the metadata`];
  header.forEach((title, i) => titlesOf(columns[i]).includes(title) || wrong.push(`column ${i + 1} is headed '${title}'`));
  body.forEach((row, r) => row.forEach((cell, i) => {
    const column = columns[i];
    const where = `row ${r + 2}, ${column.name}: '${cell}'`;
    if ([column.null ?? ''].flat().includes(cell)) {
      if (column.required) wrong.push(`${where} is required`);
    } else if (!fits(cell, column.datatype)) wrong.push(`${where} is no ${JSON.stringify(column.datatype)}`);
    if (/^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u.test(cell)) wrong.push(`${where} is a formula`);
  }));
  const key = [primaryKey ?? []].flat().map(k => names.indexOf(k));
  if (key.includes(-1)) wrong.push('the key names a column that is not there');
  if (key.length > 0 && new Set(body.map(row => JSON.stringify(key.map(k => row[k])))).size !== body.length) wrong.push('two rows have one key');
  return wrong;
}

function jsonStat(data, csv) {
  const wrong = against(schemas.jsonStat, data);
  if (wrong.length > 0) return wrong;
  const codes = data.id.map(id => data.dimension[id] && (Array.isArray(data.dimension[id].category.index) ? data.dimension[id].category.index : Object.keys(data.dimension[id].category.index ?? data.dimension[id].category.label)));
  if (codes.some(c => !c) || Object.keys(data.dimension).length !== data.id.length) return ['id and dimension do not fit'];
  if (data.size.length !== data.id.length || codes.some((c, i) => c.length !== data.size[i])) wrong.push('size and the categories do not fit');
  const cells = data.size.reduce((a, b) => a * b, 1);
  if (Array.isArray(data.value) && data.value.length !== cells) wrong.push(`${data.value.length} values for ${cells} places`);
  if (typeof data.status === 'object' && Object.keys(data.status).some(place => Number(place) >= cells)) wrong.push('a status stands at no place');
  for (const role of Object.values(data.role ?? {})) if (role.some(id => !data.id.includes(id))) wrong.push('a role names no dimension');
  data.id.forEach((id, i) => {
    const { label = {}, child = {}, unit = {}, note = {} } = data.dimension[id].category;
    for (const code of [...Object.keys(label), ...Object.keys(child), ...Object.values(child).flat(), ...Object.keys(unit), ...Object.keys(note)])
      if (!codes[i].includes(code)) wrong.push(`${id} has no category '${code}'`);
    const parts = Object.values(child).flat();
    if (new Set(parts).size !== parts.length) wrong.push(`a category of ${id} is part of two`);
    const seen = (code, above = []) => above.includes(code) || (child[code] ?? []).some(c => seen(c, [...above, code]));
    if (codes[i].some(code => seen(code))) wrong.push(`categories of ${id} are part of each other`);
  });
  if (wrong.length > 0) return wrong;

  // Another reader of the format finds in each place what the CSV has.
  const read = JsonStat(data);
  if (read.class !== 'dataset' || read.n !== cells) return ['the reader finds no dataset'];
  const [header, ...body] = parse(csv);
  const at = name => header.indexOf(name);
  for (const row of body) {
    const place = Object.fromEntries(data.id.map((id, i) => [id, at(id) < 0 ? codes[i][0] : row[at(id)]]));
    const found = read.Data(place);
    const said = found === null ? 'nothing' : `${found.value ?? ''} ${found.status ?? 'A'}`;
    if (said !== `${row[at('value')]} ${row[at('obs_status')]}`) wrong.push(`${Object.values(place).join('/')} is ${said}, in the CSV ${row[at('value')]} ${row[at('obs_status')]}`);
  }
  return body.length === cells ? wrong : [...wrong, `${body.length} rows for ${cells} places`];
}

// A figure is one row: its dataset has the value and both ends of its range.
function figureStat(data, csv) {
  const wrong = against(schemas.jsonStat, data);
  if (wrong.length > 0) return wrong;
  const read = JsonStat(data);
  if (read.class !== 'dataset' || read.n !== 3) return ['the reader finds no dataset of three'];
  const [header, row] = parse(csv);
  const of = name => row[header.indexOf(name)];
  for (const measure of ['value', 'range_low', 'range_high']) {
    const found = read.Data({ time: of('as_of'), measure });
    if (found === null || found.value !== Number(of(measure)) || found.status !== of('obs_status')) wrong.push(`${measure} is ${found?.value}, in the CSV ${of(measure)}`);
  }
  if ((data.extension.numerator ?? '').toString() !== of('numerator')) wrong.push(`numerator is ${data.extension.numerator}`);
  return wrong;
}

// What must be refused: a change of the metadata, of the CSV or of the dataset.
const brokenMetadata = {
  'no context': m => { delete m['@context']; },
  'an unknown property': m => { m.tableSchema.columns[0].colour = 'red'; },
  'a datatype that is none': m => { m.tableSchema.columns[0].datatype = 'words'; },
  'a column less': m => { m.tableSchema.columns.pop(); },
  'two columns of one name': m => { m.tableSchema.columns[1].name = m.tableSchema.columns[0].name; },
  'a key of no column': m => { m.tableSchema.primaryKey = ['blorptang']; },
  'a key that is not unique': m => { m.tableSchema.primaryKey = ['revision']; },
  'a required column that is empty': m => { m.tableSchema.columns.find(c => c.name === 'value').required = true; },
  'another file': m => { m.url = 'blorptang.csv'; },
};
const brokenCsv = {
  'a word for a count': csv => csv.replace(/,(\d+),(shown|rounded)/, ',many,$2'),
  'a day that is none': csv => csv.replace(/2025-03-31/, '2025-02-31'),
  'a day written otherwise': csv => csv.replace(/2025-03-31/, '31/03/2025'),
  'a status that is none': csv => csv.replace(/,suppressed,/, ',primary,'),
  'a row twice': csv => csv + csv.split('\r\n')[1] + '\r\n',
  'a percentage with a sign': csv => csv.replace(/,(\d+),A,/, ',$1%,A,'),
  'a cell too many': csv => csv.replace(/true\r\n/, 'true,true\r\n'),
  'another heading': csv => csv.replace(/obs_status/, 'blorptang'),
  'a formula': csv => csv.replace(/,Division A,/, ',=1+1,'),
  'bare line ends': csv => csv.replaceAll('\r\n', '\n'),
};
const brokenData = {
  'no version': d => { delete d.version; },
  'another version': d => { d.version = '1.0'; },
  'a value less': d => { d.value.pop(); },
  'another value': d => { const i = d.value.findIndex(v => v !== null); d.value[i]++; },
  'a value where none is published': d => { d.value[d.value.indexOf(null)] = 3; },
  'a status less': d => { delete d.status[Object.keys(d.status)[0]]; },
  'a status at no place': d => { d.status[String(d.value.length)] = 'Q'; },
  'a size that does not fit': d => { d.size[1]++; },
  'a dimension that is not there': d => { d.id[1] = 'blorptang'; },
  'a role of no dimension': d => { d.role.time = ['blorptang']; },
  'a part that is not there': d => { d.dimension.division.category.child.all[0] = 'blorptang'; },
  'a part of itself': d => { d.dimension.division.category.child.a = ['all']; },
  'a member the format does not know': d => { d.blorptang = 1; },
};

const brokenFigure = {
  'no version': brokenData['no version'],
  'a value less': brokenData['a value less'],
  'another value': brokenData['another value'],
  'a size that does not fit': brokenData['a size that does not fit'],
  'a dimension that is not there': brokenData['a dimension that is not there'],
  'another numerator': d => { d.extension.numerator = 7; },
};

const copy = value => JSON.parse(JSON.stringify(value));
const read = file => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fs.readFileSync(path.join(folder, file)));
const names = fs.readdirSync(folder).filter(f => f.endsWith('.csv')).map(f => f.slice(0, -4)).sort();
let refused = 0;
const wrong = [];
const mustRefuse = (name, how, found) => (found.length > 0 ? refused++ : wrong.push(`${name}: ${how} was not noticed`));
for (const name of names) {
  const [csv, metadata] = [read(name + '.csv'), JSON.parse(read(name + '.csv-metadata.json'))];
  wrong.push(...csvw(csv, metadata, name).map(w => `${name}.csv: ${w}`));
  const figure = csv.startsWith('figure,');
  for (const [how, change] of Object.entries(brokenMetadata)) {
    // One row is a key of everything.
    if (figure && how === 'a key that is not unique') continue;
    const m = copy(metadata);
    change(m);
    if (figure && how === 'a required column that is empty') m.tableSchema.columns.find(c => c.name === 'numerator').required = true;
    if (figure && how === 'a required column that is empty' && csv.split('\r\n')[1].split(',')[7] !== '') continue;
    mustRefuse(name, how, csvw(csv, m, name));
  }
  for (const [how, change] of Object.entries(brokenCsv)) if (change(csv) !== csv) mustRefuse(name, how, csvw(change(csv), metadata, name));
  if (name.endsWith('.share')) continue;
  const data = JSON.parse(read(name + '.json'));
  const stat = figure ? figureStat : jsonStat;
  wrong.push(...stat(data, csv).map(w => `${name}.json: ${w}`));
  for (const [how, change] of Object.entries(figure ? brokenFigure : brokenData)) { const d = copy(data); change(d); mustRefuse(name, how, stat(d, csv)); }
}

if (names.length === 0) wrong.push(`no table in ${folder}`);
for (const w of wrong) console.error('validate-table: ' + w);
if (wrong.length > 0) process.exit(1);
console.log(`> ${names.length} files as CSVW, ${names.filter(n => !n.endsWith('.share')).length} of them as JSON-stat; ${refused} broken ones refused`);
