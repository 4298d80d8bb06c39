// Formats items and citations with citeproc-js.
//
// node citeproc.js FOLDER < {"style", "locale", "items", "keys", "clusters"}
//
// FOLDER is that of the npm package. Written is {"version", "references": {key: HTML},
// "clusters": [HTML]}; `keys` gives the order in which the items are known.

const path = require("path");
const CSL = require(path.resolve(process.argv[2]));
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));

const engine = new CSL.Engine(
  { retrieveLocale: () => given.locale, retrieveItem: (key) => given.items[key] },
  given.style,
  "en-US",
  true,
);
engine.updateUncitedItems(given.keys);

const before = [];
const clusters = [];
given.clusters.forEach((citationItems, number) => {
  const citation = { citationID: `c${number}`, citationItems, properties: { noteIndex: 0 } };
  for (const [place, html] of engine.processCitationCluster(citation, before, [])[1]) {
    clusters[place] = html;
  }
  before.push([citation.citationID, 0]);
});

const references = {};
const bibliography = engine.makeBibliography();
if (bibliography) {
  bibliography[0].entry_ids.forEach((keys, number) => {
    references[keys[0]] = bibliography[1][number];
  });
}
const version = CSL.PROCESSOR_VERSION;
process.stdout.write(JSON.stringify({ version, references, clusters }));
