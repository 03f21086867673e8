// Every sentence that a picture one can touch says.

/** What the network map says. */
export const MAP = {
  help: "Dra en person dit den hör hemma. Du kan också välja en person och sedan trycka där den ska stå. Med tangenter: pil upp är närmare, pil ner är längre bort, pil åt sidan byter del.",
  chosen: "Tryck nu på den plats där personen ska stå, eller flytta med pilarna.",
  readOnly: "Bladet kan bara läsas här.",
  /** @param {string} name @param {{sector: string, near: string}} spot */
  stands: (name, { sector, near }) => {
    const where = [sector, near && `närhet ${near}`].filter(Boolean).join(", ");
    return `${name}: ${sector && near ? where : ["inte placerad än", where].filter(Boolean).join(", ")}`;
  },
};
