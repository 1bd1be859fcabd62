// What a file of dependencies names: requirements, pyproject, package.json, compose, CycloneDX, SPDX. Pure; parsers are given.
import { imageNamed, purlNamed, requirementNamed } from "./naming.mjs";

const MOST = { json: 32e6, requirements: 4e6, toml: 2e6, yaml: 3e5 }; // letters that are read without keeping a reader waiting
const MOST_NODES = 400_000;
const MOST_LINE = 2000;
const MARK = "\ufeff";

/**
 * {kind, names: [{index, name, version}], unread, problem, detail}. `content` is text or bytes, `parsers` load what they are
 * called for: {toml(), yaml()}. `problem` is "", "empty", "large", "unknown" or "broken"; `unread` counts lines that say nothing.
 */
export async function namesIn(file, content, parsers) {
  const found = { kind: "", names: [], unread: 0, problem: "", detail: "" };
  const text = textOf(content).trim();
  if (!text) return { ...found, problem: "empty" };
  const form = formOf(file, text);
  if (text.length > MOST[form]) return { ...found, kind: form, problem: "large" };
  try {
    const read = await READERS[form](text, parsers);
    const names = distinct(read.names);
    return { ...found, ...read, names, problem: read.kind && (names.length || !read.unread) ? "" : "unknown" };
  } catch (error) {
    return { ...found, kind: form, problem: error === TOO_MUCH ? "large" : "broken", detail: firstLine(error) };
  }
}

const TOO_MUCH = new Error("too much");

/** Text of bytes, by their mark or by where their zeros stand. */
export function textOf(content) {
  if (typeof content === "string") return content.replaceAll(MARK, "");
  const [one, two] = content;
  const little = (one === 0xff && two === 0xfe) || (one && two === 0);
  const big = (one === 0xfe && two === 0xff) || (one === 0 && two);
  return new TextDecoder(little ? "utf-16le" : big ? "utf-16be" : "utf-8").decode(content).replaceAll(MARK, "");
}

/** "json", "toml", "yaml" or "requirements": by how it begins, by its name, by the look of its lines. */
function formOf(file, text) {
  const name = file.toLowerCase().split(/[\\/]/).at(-1);
  const head = text.slice(0, 20_000);
  if (/^\{\s*["}]/.test(head)) return "json";
  if (/\.toml$|^pipfile$|^(?:uv|poetry|pdm)\.lock$/.test(name)) return "toml";
  if (/\.ya?ml$/.test(name)) return "yaml";
  if (/\.(?:txt|in)$/.test(name)) return "requirements";
  if (/^\[{1,2}[\w."' -]+\]{1,2}\s*$/m.test(head)) return "toml";
  return /^\s*(?:- )?(?:services|image|x-[\w-]+|apiVersion|dependencies|containers)\s*:/m.test(head) ? "yaml" : "requirements";
}

const READERS = {
  requirements: (text) => ({ kind: "requirements", ...requirements(text.replace(/\\\r?\n/g, " ").split(/\r\n|\n|\r/)) }),
  json: (text) => ofJson(JSON.parse(text)),
  toml: async (text, parsers) => ofToml((await parsers.toml()).parse(text)),
  yaml: async (text, parsers) => ofYaml((await parsers.yaml()).parseAllDocuments(text, { merge: true, logLevel: "silent", uniqueKeys: false })),
};

function requirements(lines) {
  const names = [];
  let unread = 0;
  for (const line of lines) {
    const said = line.length > MOST_LINE ? line : line.replace(/(?:^|\s)#(?!egg=).*$/, "").trim();
    if (!said || /^--?(?!e\b|editable)/.test(said)) continue;
    const name = said.length > MOST_LINE ? null : requirementNamed(said);
    if (name) names.push(name);
    else unread += 1;
  }
  return { names, unread };
}

/** A value below a path of own keys; undefined where there is none. */
const below = (value, ...path) => path.reduce((at, key) => (isMap(at) && Object.hasOwn(at, key) ? at[key] : undefined), value);
const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value) => (Array.isArray(value) ? value : []);
const valuesOf = (value) => (isMap(value) ? Object.values(value) : []);
const keysOf = (value) => (isMap(value) ? Object.entries(value) : []);

function ofToml(whole) {
  const lists = [below(whole, "project", "dependencies"), below(whole, "tool", "uv", "dev-dependencies"),
    ...["optional-dependencies"].flatMap((key) => valuesOf(below(whole, "project", key))), ...valuesOf(below(whole, "dependency-groups")),
    ...valuesOf(below(whole, "tool", "pdm", "dev-dependencies")), ...valuesOf(below(whole, "tool", "hatch", "envs")).map((each) => below(each, "dependencies"))];
  const poetry = below(whole, "tool", "poetry");
  const tables = [below(poetry, "dependencies"), below(poetry, "dev-dependencies"), below(whole, "packages"), below(whole, "dev-packages"),
    ...valuesOf(below(poetry, "group")).map((each) => below(each, "dependencies"))];
  const written = requirements(lists.flatMap(listOf).filter((each) => typeof each === "string"));
  const keyed = tables.flatMap(keysOf).filter(([name]) => name !== "python").map(([name, value]) => pypi(name, typeof value === "string" ? value : below(value, "version")));
  const locked = listOf(below(whole, "package")).filter((each) => typeof below(each, "name") === "string").map((each) => pypi(each.name, below(each, "version")));
  const known = ["project", "tool", "dependency-groups", "packages", "dev-packages", "package"].some((key) => below(whole, key) !== undefined);
  return { kind: known ? "pyproject" : "", names: [...written.names, ...keyed, ...locked], unread: written.unread };
}

const pypi = (name, version) => ({ index: "pypi", name, version: typeof version === "string" ? version.replace(/^[\^~=*\s]+/, "") : "" });

function ofJson(json) {
  const whole = below(json, "sbom") ?? json;
  const purls = [];
  if (below(whole, "bomFormat") === "CycloneDX" || Array.isArray(below(whole, "components"))) {
    walk(below(whole, "components"), (key, value) => key === "purl" && purls.push(value));
    return sbom("cyclonedx", purls, listOf(whole.components));
  }
  if (below(whole, "spdxVersion") !== undefined || Array.isArray(below(whole, "@graph"))) {
    const all = listOf(below(whole, "packages") ?? below(whole, "@graph"));
    walk(all, (key, value) => /^(?:referenceLocator|(?:software_)?packageUrl|identifier)$/.test(key) && purls.push(value));
    return sbom("spdx", purls, all);
  }
  return ofPackageJson(whole);
}

/** What a bill of materials names: by package addresses; what has none is counted only. */
function sbom(kind, purls, parts) {
  const names = purls.filter((each) => typeof each === "string").map(purlNamed).filter(Boolean);
  return { kind, names, unread: names.length ? 0 : parts.length };
}

const GROUPS = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];

function ofPackageJson(whole) {
  const named = GROUPS.flatMap((group) => keysOf(below(whole, group)));
  const locked = keysOf(below(whole, "packages")).filter(([path]) => path.includes("node_modules/")).map(([path, each]) => [path.split("node_modules/").at(-1), below(each, "version")]);
  const names = [...named, ...locked].map(([name, version]) => ({ index: "npm", name, version: typeof version === "string" && /^[\^~]?\d/.test(version) ? version.replace(/^[\^~]/, "") : "" }));
  if (names.length || below(whole, "name") !== undefined) return { kind: "package", names, unread: 0 };
  return ofServices([whole]);
}

function ofYaml(documents) {
  const broken = documents.flatMap((each) => each.errors)[0];
  if (broken) throw broken;
  return ofServices(documents.map((each) => each.toJS({ maxAliasCount: 100 })));
}

/** Images of services, pods and jobs wherever they stand; the packages of a conda environment. */
function ofServices(documents) {
  const names = [];
  let unread = 0;
  walk(documents, (key, value) => {
    if (key !== "image" || typeof value !== "string") return;
    const image = imageNamed(value);
    if (image) names.push(image);
    else unread += 1;
  });
  const conda = documents.flatMap((each) => listOf(below(each, "dependencies")));
  const pip = requirements(conda.flatMap((each) => listOf(below(each, "pip"))).filter((each) => typeof each === "string"));
  for (const each of conda.filter((one) => typeof one === "string")) {
    const [, name, version = ""] = /^(?:[\w-]+::)?([\w.-]+)\s*(?:=+([\w.]+))?/.exec(each) ?? [];
    if (name && name !== "python") names.push({ index: "conda", name, version });
  }
  const known = documents.some((each) => ["services", "dependencies"].some((key) => below(each, key) !== undefined)) || names.length;
  return { kind: known ? (conda.length ? "conda" : "compose") : "", names: [...names, ...pip.names], unread: unread + pip.unread };
}

/** Tell every key with its value, however deep, without a call inside a call. */
function walk(root, tell) {
  const open = [root];
  const seen = new Set();
  for (let count = 0; open.length; count += 1) {
    if (count > MOST_NODES) throw TOO_MUCH;
    const value = open.pop();
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const [key, each] of Object.entries(value)) {
      tell(key, each);
      if (typeof each === "object") open.push(each);
    }
  }
}

function distinct(names) {
  const seen = new Map();
  for (const each of names) {
    const key = `${each.index} ${each.name}`;
    if (!seen.has(key) || (!seen.get(key).version && each.version)) seen.set(key, each);
  }
  return [...seen.values()];
}

const firstLine = (error) => String(error?.message ?? error).split("\n")[0].slice(0, 200);
