// What is said about the lock that comes by itself, and about practice.
import { LOCK } from "../storage/limits.js";

const MINUTES = LOCK.IDLE_MS / 60_000;
const HIDDEN_MINUTES = LOCK.HIDDEN_MS / 60_000;

export const GUARD = Object.freeze({
  heading: "Är du kvar?",
  warning: `Pärmen låses om ${LOCK.WARNING_MS / 1_000} sekunder om ingen rör sidan. Det du har skrivit sparas först.`,
  stay: "Fortsätt",
  lock: "Lås nu",
  locked: `Pärmen låstes av sig själv. Det sker när ingen har rört sidan på ${MINUTES} minuter, eller när den inte har varit framme på ${HIDDEN_MINUTES} minuter. Det som var sparat finns kvar i pärmen.`,
  open: "Öppna pärmen igen",
  practice: "Övning: Kim finns inte på riktigt, och inget sparas.",
  end: "Avsluta övningen",
});
