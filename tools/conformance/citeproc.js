// Formats items and citations with citeproc-js.
//
// node citeproc.js FOLDER < {"style", "locale", "items", "keys", "clusters"}
//
// FOLDER is that of the npm package. Written is {"references": [[key, HTML]], "clusters": [HTML]};
// `keys` gives the order in which the items are known.

const path = require("path");
const CSL = require(path.resolve(process.argv[2]));
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));

// JavaScript sorts the keys of an object that look like numbers, so none may.
const MARK = "key ";
const unmarked = (id) => id.slice(MARK.length);
const marked = (item, id) => ({ ...item, id: MARK + id });

const engine = new CSL.Engine(
  {
    retrieveLocale: () => given.locale,
    retrieveItem: (id) => marked(given.items[unmarked(id)], unmarked(id)),
  },
  given.style,
  "en-US",
  true,
);
engine.updateUncitedItems(given.keys.map((key) => MARK + key));

const before = [];
const clusters = [];
given.clusters.forEach(({ cites, narrative }, number) => {
  const citationItems = cites.map((cite) => marked(cite, cite.id));
  const properties = { noteIndex: 0, ...(narrative && { mode: "composite" }) };
  const citation = { citationID: `c${number}`, citationItems, properties };
  for (const [place, html] of engine.processCitationCluster(citation, before, [])[1]) {
    clusters[place] = html;
  }
  before.push([citation.citationID, 0]);
});

const references = [];
const bibliography = engine.makeBibliography();
if (bibliography) {
  bibliography[0].entry_ids.forEach((keys, number) => {
    references.push([unmarked(keys[0]), bibliography[1][number]]);
  });
}
process.stdout.write(JSON.stringify({ references, clusters }));
