// Every sentence of the page Den här enheten, and which of them holds here.

const GIGABYTE = 1_000_000_000;
const MEGABYTE = 1_000_000;
const LITTLE = 200 * MEGABYTE;
const LONG_AGO_DAYS = 7;

const SAFARI =
  "Har du inte besökt webbplatsen på sju dagar kan Safari ta bort allt som är sparat. Lägg därför till den på hemskärmen, eller gör en säkerhetskopia efter varje träff. Gör en säkerhetskopia innan du lägger till den: appen på hemskärmen kan börja tom.";

/**
 * @typedef {{isSecure: boolean, notice: string, kept: boolean | null, installed: boolean, isApple: boolean,
 *   room: import("../storage/on-device.js").Room}} Facts
 * @typedef {{isGood: boolean, title: string, words: string}} Verdict
 */

/**
 * What can be said about whether this device keeps the notes, the most important first.
 * @param {Facts} facts
 * @returns {Verdict[]}
 */
export function verdicts({ isSecure, notice, kept, installed, isApple, room }) {
  const found = [];
  if (!isSecure || notice) found.push(bad("Här går det inte att spara", notice || "Sidan är inte öppnad över en säker anslutning (https)."));
  else found.push(good("Webbläsaren kan spara", "Vi har just provat att spara, läsa tillbaka och ta bort."));
  if (isApple && !installed) found.push(bad("Safari kan rensa efter sju dagar", SAFARI));
  found.push(promise(kept, installed));
  if (installed) found.push(good("Webbplatsen ligger på hemskärmen", "Då rensas den inte av att du är borta några dagar."));
  if (room) found.push(space(room));
  return found;
}

/**
 * @param {boolean | null} kept
 * @param {boolean} installed
 */
function promise(kept, installed) {
  if (kept) return good("Webbläsaren har lovat att behålla det som sparas", "Den rensar inte av sig själv när det blir ont om plats.");
  const more = installed ? "" : " Den lovar oftare om webbplatsen ligger på hemskärmen eller används ofta.";
  return bad("Webbläsaren har inte lovat att behålla det som sparas", `Blir det ont om plats kan den rensa utan att fråga.${more}`);
}

/** @param {{free: number}} room */
function space({ free }) {
  const size = free >= GIGABYTE ? `${Math.floor(free / GIGABYTE)} GB` : `${Math.floor(free / MEGABYTE)} MB`;
  if (free < LITTLE) return bad("Det är ont om plats", `Ungefär ${size} finns kvar för webbläsaren. Frigör utrymme och gör en säkerhetskopia.`);
  return good("Det finns plats", `Ungefär ${size} finns kvar för webbläsaren. Ett blad tar några tusendels MB.`);
}

/**
 * @param {string} title
 * @param {string} words
 * @returns {Verdict}
 */
function good(title, words) {
  return { isGood: true, title, words };
}

/**
 * @param {string} title
 * @param {string} words
 * @returns {Verdict}
 */
function bad(title, words) {
  return { isGood: false, title, words };
}

/**
 * How long ago the open binder was backed up, and whether that is long.
 * @param {string} name
 * @param {string} at a stored moment, or blank
 * @param {Date} now
 * @returns {Verdict}
 */
export function backupVerdict(name, at, now) {
  if (!at) return bad(`${name} har inte säkerhetskopierats`, "Gör en säkerhetskopia i dag.");
  const days = Math.round((Date.parse(`${now.toISOString().slice(0, 10)}T12:00`) - Date.parse(`${at.slice(0, 10)}T12:00`)) / 86_400_000);
  const when = days <= 0 ? "i dag" : days === 1 ? "i går" : `för ${days} dagar sedan`;
  const title = `${name} säkerhetskopierades ${when}`;
  return days > LONG_AGO_DAYS ? bad(title, "Gör en ny kopia.") : good(title, "Det du har skrivit efter det finns bara här.");
}

export const DEVICE = Object.freeze({
  good: "Bra",
  bad: "Tänk på",
  noBinder: "Ingen pärm är öppen. Öppna en pärm för att se när den senast säkerhetskopierades.",
  nothing: "Ingenting. Webbplatsen har inte sparat något på enheten.",
  database: "Pärmarna, krypterade",
  memory: "Programmet som räknar, färdigt att använda. Inget ni har skrivit",
  files: "Sidor och program, så att webbplatsen fungerar utan nät",
  habit: "Hur du vill att sidorna ska se ut",
  worker: "Ett litet program som bär det du har öppet från sida till sida",
  promised: "Webbläsaren har lovat att behålla det som sparas.",
  notPromised: "Webbläsaren lovade inte. Gör säkerhetskopior, och lägg gärna webbplatsen på hemskärmen.",
  /** @param {number} count */
  loses: (count) =>
    count === 0
      ? "Det finns ingen pärm på enheten. Inställningar och sparade sidor tas bort."
      : `${count === 1 ? "En pärm" : `${count} pärmar`} försvinner för alltid. Den som behöver ${count === 1 ? "den" : "dem"} måste ha en säkerhetskopia.`,
  mustAgree: "Kryssa i rutan först, så att inget töms av misstag.",
  emptied: "Enheten är tömd. Webbplatsen har inget sparat här.",
  held: "Allt kunde inte tas bort. Stäng andra flikar och fönster med webbplatsen, och försök igen.",
});
