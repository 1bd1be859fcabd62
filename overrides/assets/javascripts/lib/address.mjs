// Query strings that people can read: `?tools=mlflow,wandb&only=differences`. Pure.

const SEARCH_MARK = "h"; // the site's search adds it to mark words; it is nobody's state

/** The names and values of a query string; empty values are left out. */
export function read(search) {
  const found = new Map();
  for (const part of search.replace(/^\?/, "").split("&")) {
    const [name, value = ""] = part.split("=", 2).map(decode);
    const values = value.split(",").filter(Boolean);
    if (name && name !== SEARCH_MARK && values.length) found.set(name, [...new Set([...(found.get(name) ?? []), ...values])]);
  }
  return found;
}

/** Ids as they are today; `renamed` holds old and new ones. */
export function currentIds(ids, renamed) {
  return [...new Set(ids.map((id) => renamed[id] ?? id))];
}

/** The query string of a Map or entries of names and values; "" where nothing is set. */
export function write(entries) {
  const parts = [];
  for (const [name, values] of entries) {
    if (values.length) parts.push(`${name}=${values.map(encode).join(",")}`);
  }
  return parts.length ? `?${parts.join("&")}` : "";
}

function decode(text) {
  try {
    return decodeURIComponent(text.replace(/\+/g, " "));
  } catch {
    return "";
  }
}

function encode(text) {
  return encodeURIComponent(text).replace(/%3A/g, ":");
}
