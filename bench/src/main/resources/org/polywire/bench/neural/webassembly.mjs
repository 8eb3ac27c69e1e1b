// Runs a model in Bergamot's own WebAssembly build, the npm package @browsermt/bergamot-translator, on one thread:
//
//   node webassembly.mjs PACKAGE-FOLDER MODEL SHORTLIST VOCABULARY < articles
//
// An article is a line of sentences with tabs between them. Prints how many seconds of the processor they take an article at a time,
// how many words a second every fourth sentence takes by itself (each the best of some turns), and how many characters came out.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, model, shortlist, vocabulary] = process.argv.slice(2);
const { TranslatorBacking, BatchTranslator } = await import(pathToFileURL(path.join(folder, 'translator.js')));
const articles = fs.readFileSync(0, 'utf8').split('\n').filter(line => line.length).map(line => line.split('\t'));
const singles = articles.flat().filter((sentence, i) => i % 4 === 0);

function load(file) {
  const data = fs.readFileSync(file);
  return data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength);
}

class Local extends TranslatorBacking {
  async loadModelRegistery() { // the package's own spelling
    return [{ from: 'en', to: 'es' }];
  }
  async loadTranslationModel() {
    return { model: load(model), shortlist: load(shortlist), vocabs: [load(vocabulary)], qualityModel: null, config: {} };
  }
}

const most = Math.max(...articles.map(article => article.length));
const translator = new BatchTranslator({ workers: 1, batchSize: most }, new Local({ cacheSize: 0 }));
const translate = async text => (await translator.translate({ from: 'en', to: 'es', text })).target.text.length;
const sum = numbers => numbers.reduce((left, right) => left + right, 0);

async function together() {
  let characters = 0;
  for (const article of articles) characters += sum(await Promise.all(article.map(translate)));
  return characters;
}

async function oneByOne() {
  for (const sentence of singles) await translate(sentence);
}

async function seconds(work) {
  const begin = performance.now();
  let best = Infinity;
  for (let turn = 0; turn < 3 && performance.now() - begin < 8000; turn++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

const characters = await together();
const words = sum(singles.map(sentence => sentence.split(' ').length));
console.log(await seconds(together), words / await seconds(oneByOne), characters);
await translator.delete();
