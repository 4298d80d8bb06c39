// The number fields of Sveltia drop at once what is no number yet: of “0,38”, they would keep 38, and of
// “-.5” the half alone. So numbers are put as they should be while they are written or pasted, and one
// that has only begun is not passed on.

const BEGUN = /^(?:-0*\.?0*|\.)$/;

export function mindNumbers() {
  addEventListener("beforeinput", correct, true);
  addEventListener("input", hold, true);
  addEventListener("focusout", release, true);
}

function correct(event) {
  const { target, data } = event;
  if (!isNumber(target) || !data) return;
  const written = asNumber(data, target.inputMode === "numeric");
  if (written === data) return;
  event.preventDefault();
  document.execCommand("insertText", false, written);
}

function hold(event) {
  if (event.isTrusted && hasBegun(event.target)) event.stopImmediatePropagation();
}

function release({ target }) {
  if (hasBegun(target)) target.dispatchEvent(new Event("input", { bubbles: true }));
}

const isNumber = (element) => element.matches?.('input[role="spinbutton"]');
const hasBegun = (element) => isNumber(element) && BEGUN.test(element.value);

// Returns what was written with a hyphen for a minus, without blanks, and with a point for a comma;
// in a whole number, a comma can only stand between thousands.
function asNumber(text, isWhole) {
  return text.replace(/[−–]/g, "-").replace(/\s/g, "").replaceAll(",", isWhole ? "" : ".");
}
