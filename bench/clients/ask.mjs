// Asks a running translation server through two clients of the npm registry that know nothing of Polywire, and says whether both got what they
// wanted. From this folder:  npm install --ignore-scripts  and  node ask.mjs http://localhost:5000 [KEY]
import assert from "node:assert/strict";
import libretranslate from "libretranslate";
import translate from "translate";

const address = process.argv[2] ?? "http://localhost:5000";
const key = process.argv[3];
const text = "El puerto abre mañana.";

// This client sends its key under another name than the API's, so it is of use only where no key is wanted.
if (key === undefined) {
  const answer = await libretranslate.translate({ query: text, source: "es", target: "ca", apiurl: address });
  assert.equal(answer, "El port obre demà.");
  const found = await libretranslate.translate({ query: text, target: "gl", apiurl: address });
  assert.equal(found, "O porto abre mañá.");
  await assert.rejects(libretranslate.translate({ query: text, source: "es", target: "xx", apiurl: address }));
  console.log("libretranslate 1.0.1: 3 of 3");
}

translate.engine = "libre";
translate.url = `${address}/translate`;
translate.key = key;
assert.equal(await translate(text, { from: "es", to: "ca" }), "El port obre demà.");
await assert.rejects(translate(text, { from: "es", to: "en" }), /not available as a target language/);
console.log("translate 3.1.0: 2 of 2");
