// Runs a model in Bergamot's own WebAssembly build, the npm package @browsermt/bergamot-translator, on one thread:
//
//   node webassembly.mjs PACKAGE-FOLDER MODEL SHORTLIST VOCABULARY < sentences
//
// Prints how many seconds of the processor all sentences take together, and one by one: the best of three turns.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, model, shortlist, vocabulary] = process.argv.slice(2);
const { TranslatorBacking, BatchTranslator } = await import(pathToFileURL(path.join(folder, 'translator.js')));
const sentences = fs.readFileSync(0, 'utf8').split('\n').filter(line => line.length);

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

const translator = new BatchTranslator({ workers: 1, batchSize: sentences.length }, new Local({ cacheSize: 0 }));
const translate = text => translator.translate({ from: 'en', to: 'es', text });

async function together() {
  await Promise.all(sentences.map(translate));
}

async function oneByOne() {
  for (const sentence of sentences) await translate(sentence);
}

async function seconds(work) {
  let best = Infinity;
  for (let turn = 0; turn < 3; turn++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

await together();
console.log(await seconds(together), await seconds(oneByOne));
await translator.delete();
