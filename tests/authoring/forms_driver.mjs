// Calls the scripts of the form for the tests: a line of JSON in, a line of JSON out.

import { createInterface } from "node:readline";
import { missing } from "./scripts/form.js";
import * as markdown from "./scripts/markdown.js";
import { forFile, forForm } from "./scripts/prose.js";
import * as yaml from "./scripts/yaml.js";

const CALLS = {
  yaml_from: yaml.fromFile,
  yaml_to: yaml.toFile,
  md_from: markdown.fromFile,
  md_to: markdown.toFile,
  for_form: forForm,
  for_file: forFile,
  missing,
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...given] = JSON.parse(line);
  let answer;
  try {
    answer = { value: CALLS[name](...given) };
  } catch (error) {
    answer = { error: error.message, stack: error.stack };
  }
  console.log(JSON.stringify(answer));
}
