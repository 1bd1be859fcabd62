// One name out of a file of dependencies: a requirement, a package address (purl), a container image. Pure.

const NAME = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(?=$|[<>=!~;@(])(.*)$/;
const PURL = /^pkg:\/{0,2}([a-z0-9.+-]+)\/([^?#]+)(?:\?([^#]*))?/i;
const INDEXES = { pypi: "pypi", npm: "npm", maven: "maven", deb: "debian", conda: "conda", cargo: "crates", golang: "go", gem: "rubygems", nuget: "nuget" };
const HUB = new Set(["docker.io", "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com"]);
const TURNS = 5;

/** {index, name, version} of a line of requirements; null where it is none. */
export function requirementNamed(line) {
  const egg = /#egg=([A-Za-z0-9][\w.-]*)/.exec(line)?.[1];
  const wheel = /\/([A-Za-z0-9][A-Za-z0-9._]*)-(\d[^-/\s]*)[^/\s]*\.(?:whl|tar\.gz|zip)(?:[#\s]|$)/.exec(line);
  const [, name, rest = ""] = NAME.exec(line) ?? [];
  if (name) return { index: "pypi", name, version: /^\(?\s*={2,3}\s*([\w.!+*-]+)/.exec(rest)?.[1] ?? "" };
  if (egg) return { index: "pypi", name: egg, version: "" };
  return wheel ? { index: "pypi", name: wheel[1], version: wheel[2] } : null;
}

/** {index, name, version} of a package address; null where it is none. */
export function purlNamed(purl) {
  const [, type, path, qualifiers = ""] = PURL.exec(purl.trim()) ?? [];
  if (!type) return null;
  const [whole, version = ""] = path.split(/@(?=[^@/]*$)/);
  const parts = whole.split("/").filter(Boolean).map(decoded);
  const kind = type.toLowerCase();
  if (!parts.length) return null;
  if (kind === "docker" || kind === "oci") {
    const place = decoded(new URLSearchParams(qualifiers).get("repository_url") ?? "");
    const image = imageNamed(kind === "oci" && place ? place : [place, ...parts].filter(Boolean).join("/"));
    return image && { ...image, version: decoded(version).startsWith("sha256") ? "" : decoded(version) };
  }
  const name = kind === "maven" ? parts.slice(-2).join(":") : kind === "deb" ? parts.at(-1) : parts.join("/");
  return { index: INDEXES[kind] ?? kind, name, version: decoded(version) };
}

/** {index: "image", name, version, host} of what a service runs; null where nothing but variables is left. */
export function imageNamed(written) {
  const plain = filledIn(written.slice(0, 500)).trim().replace(/@sha256:[0-9a-f]*$/i, "");
  const [, whole, version = ""] = /^([^\s:]+(?::\d+\/[^\s:]+)?)(?::([\w|.+-]*))?$/.exec(plain) ?? [];
  const parts = (whole ?? "").toLowerCase().split("/").filter(Boolean);
  const host = parts.length > 1 && /[.:]|^localhost$/.test(parts[0]) ? parts.shift() : "";
  if (parts[0] === "library") parts.shift();
  const name = parts.join("/");
  if (!/^[a-z0-9][a-z0-9._/-]*$/.test(name)) return null;
  return { index: "image", name, version: version.replace(/^\|.*\|$/, ""), host: HUB.has(host) ? "" : host };
}

/** Variables as their defaults, the innermost first; without a default they are nothing. */
function filledIn(text) {
  let now = text;
  for (let turn = 0; turn < TURNS && now.includes("$"); turn += 1) {
    now = now.replace(/\$\{\w+(?::?-([^${}]*))?[^${}]*\}|\$\w+/g, (_, other) => other ?? "");
  }
  return now.replace(/\{\{[^}]*\}\}/g, "").replace(/^\/+/, "");
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
