// What a browser keeps for its reader. Where nothing may be stored, nothing is kept, and nothing was.
//
// storage: "localStorage", or "sessionStorage", which lasts until the tab is closed.

export function kept(storage, name) {
  try {
    return window[storage].getItem(name);
  } catch {
    return null;
  }
}

export function keep(storage, name, value) {
  try {
    window[storage].setItem(name, value);
  } catch {
    // The reader is asked again the next time.
  }
}
