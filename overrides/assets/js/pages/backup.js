// The page Säkerhetskopia: makes a backup of what is open, and reads one in.
import { makePart, wholePart } from "./backup-make.js";
import { place } from "./backup-parts.js";
import { restorePart } from "./backup-restore.js";
import { startGuard } from "../guard/guard.js";
import { replace, say } from "../shared/dom.js";
import { BINDER_MESSAGES } from "../storage/messages.js";
import { resumeSession } from "../storage/session.js";

/** Nothing; the page shows what can be backed up, and forgets it when the binder is locked. */
export async function start() {
  const session = await resumeSession();
  const show = async () => {
    say(place("notice"), session.notice);
    replace(place("make"), await makePart(session), await wholePart());
    replace(place("restore"), restorePart(session));
  };
  session.onChange(async ({ type }) => {
    if (type === "storage") say(place("notice"), session.notice);
    if (type === "locked" || type === "opened") await show();
    if (type === "locked") say(place("state"), BINDER_MESSAGES.locked);
  });
  startGuard(session);
  await show();
}
