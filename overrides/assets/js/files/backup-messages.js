// Every sentence about backups, in one place.
import { swedishDay, swedishMoment } from "../shared/time.js";

/** @param {number} count */
function sheets(count) {
  return count === 1 ? "ett blad" : `${count} blad`;
}

/** What is said when a backup is made. */
export const BACKUP = {
  /** @param {string} name @param {number} count */
  holds: (name, count) => `${name} innehåller ${sheets(count)}.`,
  /** @param {string} at */
  last: (at) => (at ? `Senast säkerhetskopierad ${swedishMoment(at)}.` : "Pärmen har inte säkerhetskopierats."),
  memory: "Ingen pärm är öppen. Kopian får med de blad som just nu bara finns i webbläsarens minne.",
  nothing: "Det finns inget att kopiera än. Öppna en pärm, eller börja på ett arbetsblad.",
  /** @param {string[]} days */
  unreadable: (days) =>
    `${days.length === 1 ? "Ett blad" : `${days.length} blad`} går inte att läsa och kommer inte med i kopian. ${
      days.length === 1 ? "Det sparades" : "De sparades"
    } senast ${days.map(swedishDay).join(", ")}.`,
  noPassphrase: "Skriv en lösenfras för kopian.",
  noWhom: "Skriv vem som ska få kopian, och om det finns samtycke eller lagstöd.",
  working: "Kopian krypteras och kontrolleras. Det tar några sekunder.",
  /** @param {number} count */
  made: (count) => `Kopian är gjord och kontrollerad. Den går att öppna, och den innehåller ${sheets(count)}.`,
  notMade: "Det gick inte att göra kopian. Inget är ändrat. Försök igen.",
  notEqual: "Kopian gick inte att öppna igen när den kontrollerades, och har därför kastats. Försök igen.",
  offered: "Filen har lämnats till webbläsaren. Se efter att den ligger där du vill ha den.",
  shared: "Filen har lämnats till det du valde. Se efter att den har kommit fram.",
  notShared: "Filen delades inte. Den finns kvar här. Försök igen, eller kopiera den som text.",
  copied: "Texten är kopierad. Klistra in den i en fil eller anteckning som bara du kommer åt.",
  notCopied: "Texten kunde inte kopieras. Markera den i rutan och kopiera själv.",
  noted: "Det är noterat i pärmen att den är säkerhetskopierad i dag.",
  notedInMemory: "Bra. Det noteras inte någonstans, eftersom kopian inte är av en öppen pärm.",
  notNoted: "Filen finns, men det gick inte att notera det i pärmen.",
  notThere: "Inget är noterat. Prova att spara filen igen, dela den eller kopiera den som text.",
};

/** What is said of a copy of every binder on the device. */
export const WHOLE = {
  /** @param {number} count */
  holds: (count) => `Det finns ${count === 1 ? "en pärm" : `${count} pärmar`} på enheten.`,
  about: "Alla pärmar följer med som de ligger, låsta. Den som öppnar kopian ser inget av det som står i dem utan pärmarnas egna lösenfraser.",
  /** @param {string[]} names */
  left: (names) => `${names.join(", ")} går bara att öppna på den här enheten och kan inte följa med. Öppna den och gör en egen kopia.`,
  none: "Det finns ingen pärm på enheten som kan kopieras.",
  /** @param {number} count */
  made: (count) => `Kopian är gjord och kontrollerad. Den går att öppna, och den innehåller ${count === 1 ? "en låst pärm" : `${count} låsta pärmar`}.`,
  /** @param {string} day @param {number} count */
  opened: (day, count) => `Kopian är av en hel enhet, gjord ${swedishDay(day)}, med ${count === 1 ? "en låst pärm" : `${count} låsta pärmar`}. Inget är ändrat än.`,
  isNew: "Ny: läggs till, och öppnas med sin egen lösenfras",
  isThere: "Finns redan: ändras inte. Öppna den och läs in en kopia av just den om något saknas.",
  /** @param {number} done @param {number} all */
  stopped: (done, all) => `Det gick inte att spara allt: ${done} av ${all} låsta pärmar finns på enheten. Inget har skrivits över. Försök igen.`,
  /** @param {number} added @param {number} there */
  done: (added, there) =>
    `${added === 1 ? "En pärm" : `${added} pärmar`} lades till.${there > 0 ? ` ${there === 1 ? "En" : there} fanns redan och ändrades inte.` : ""} Öppna dem på sidan Pärmar.`,
};

/** What is said when a backup is read in. */
export const RESTORE = {
  chooseFile: "Välj filen med säkerhetskopian.",
  noPassphrase: "Skriv kopians lösenfras.",
  opening: "Kopian öppnas. Det tar några sekunder.",
  wrong:
    "Lösenfrasen öppnar inte kopian. Inget har ändrats. Kontrollera stora och små bokstäver och mellanslag, och försök igen. Är du säker på lösenfrasen kan filen vara skadad.",
  notOurs: "Filen är inte en säkerhetskopia. Välj en fil som heter parm och slutar på .age.",
  otherLock: "Filen är låst på ett annat sätt än med en lösenfras. Den kan inte läsas in här.",
  tooHeavy: "Filens lås är för tungt för en platta. En säkerhetskopia härifrån har aldrig ett sådant lås. Inget har lästs in.",
  noMemory: "Enheten hade inte minne nog för att öppna kopian. Stäng andra flikar och program och försök igen.",
  damaged: "Säkerhetskopian är skadad. Inget har lästs in. Har du en äldre kopia kan du prova den.",
  tooBig: "Filen är för stor för att vara en säkerhetskopia. Inget har lästs in.",
  newer: "Kopian är gjord med en nyare version av webbplatsen. Ladda om sidan för att få den, och försök igen.",
  unreadable: "Filen gick inte att öppna. Välj den igen.",
  /** @param {string} name @param {string} day @param {number} count */
  opened: (name, day, count) => `Kopian är av ${name}, gjord ${swedishDay(day)}, med ${sheets(count)}. Inget är ändrat än.`,
  memory: "Ingen pärm är öppen. Öppna eller skapa en pärm först om bladen ska sparas. Annars finns de bara i minnet.",
  isNew: "Nytt: läggs till",
  isSame: "Samma: ändras inte",
  differs: "Skiljer sig: båda behålls",
  nothingToDo: "Allt i kopian finns redan. Det finns inget att återställa.",
  cancelled: "Avbrutet. Inget är ändrat.",
  /** @param {{added: number, copies: number, same: number}} done */
  done: ({ added, copies, same }) => {
    const parts = [
      added > 0 && `${sheets(added)} lades till`,
      copies > 0 && `${sheets(copies)} skilde sig och ligger bredvid som ”Kopia i konflikt”`,
      same > 0 && `${sheets(same)} fanns redan och ändrades inte`,
    ].filter((words) => words !== false);
    return `Återställt: ${parts.join(", ")}. Inget har skrivits över.`;
  },
  /** @param {number} done @param {number} all */
  stopped: (done, all) => `Det gick inte att spara allt: ${done} av ${all} blad hann återställas. Inget har skrivits över. Försök igen.`,
  undone: "Ångrat. Bladen från kopian är borta igen.",
  notUndone: "Det gick inte att ångra allt. Inget annat har ändrats.",
  changed: "Några blad har ändrats efter återställningen och finns därför kvar.",
};
