// What a reader's session carries from page to page: answers, the guides as they were left, the stack. Pure but for storage.

/** What was kept under a name, or `otherwise`: without storage each page starts afresh, and the address holds everything. */
export function kept(name, otherwise) {
  try {
    return JSON.parse(sessionStorage.getItem(name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Keep a value under a name for the next page of this session. */
export function keep(name, value) {
  try {
    sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Storage is denied: see above.
  }
}
