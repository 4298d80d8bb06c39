// The form: Sveltia CMS with files that are read and written by us.

import CMS from "@sveltia/cms";
import { beginWithFolders, openSites } from "./folder.js";
import { missing } from "./form.js";
import { expectInFile, guardFiles } from "./guard.js";
import * as markdown from "./markdown.js";
import { tell } from "./notice.js";
import { mindNumbers } from "./numbers.js";
import { SOURCE } from "./shapes.js";
import * as yaml from "./yaml.js";

const FORMATS = {
  "evidence-yaml": ["yaml", yaml],
  "evidence-yaml-yml": ["yml", yaml],
  "evidence-markdown": ["md", markdown],
};

const configuration = await (await fetch("forms.json")).json();
const formats = new Map(configuration.cms.collections.map(({ name, format }) => [name, FORMATS[format]]));

for (const [format, [extension, { fromFile, toFile }]] of Object.entries(FORMATS)) {
  CMS.registerCustomFormat(format, extension, {
    fromFile: (text) => read(fromFile, text),
    toFile: (values) => toFile(values, configuration),
  });
}
CMS.registerEventListener({ name: "preSave", handler: ({ entry }) => prepared(entry) });
guardFiles();
mindNumbers();
openSites(configuration.cms.collections[0].folder);
if (document.body.classList.contains("only-local")) beginWithFolders();
CMS.init({ config: configuration.cms });

function read(fromFile, text) {
  try {
    return fromFile(text, configuration);
  } catch (error) {
    tell(text, error.message);
    throw error;
  }
}

// After saving, Sveltia goes on with the values that it has and does not read the file again. So the
// text of the file is brought up to date before.
function prepared(entry) {
  const values = entry.get("data").toJS(), [, { toFile }] = formats.get(entry.get("collection"));
  try {
    refuseUnfinished(values);
    expectInFile(entry.get("path"), values[SOURCE]);
    return entry.setIn(["data", SOURCE], toFile(values, configuration).trim());
  } catch (cause) {
    // Of this error alone, Sveltia shows the cause.
    throw new Error("saving_failed", { cause });
  }
}

function refuseUnfinished(values) {
  const [first, ...others] = missing(values, configuration);
  if (!first) return;
  const all = [first, ...others].map((label) => `“${label}”`).join(", ");
  const advice = "To save it as it is, switch on “Draft”.";
  throw new Error(`Before the post can be published, it needs: ${all}. ${advice}`);
}
