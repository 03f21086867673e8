// The 1 024 common Swedish words that random passphrases are made of: ten bits a word.

// 1 024 is 2 to the power of 10, so a random number never favours a word.
const LIST = `
  abborre advent affisch afton album alkov altan ambulans ananas anka ankare ansikte antik apelsin april
  arbete assistent atlas augusti bacon badkar bageri bakelse bakgrund balans balett balkong ballong balsam
  banan bandage barometer basar basilika basket bastu batteri beige berg beröm bestick besök bibliotek biljett
  billig biologi björn blad blank blixt block blomma blyerts blåbär blåklocka blåsa boende bokhylla bomull
  borste bostad botten bowling brev bricka bris broder bror brosch brunn brygga bränsle bröd bröllop buffé
  buller burk buske buss butik bygd byrå byxa båge bädd bägare bälte bänk bäver böna börja cafeteria cello
  cirkus citron cykel cykla dagbok dagg dator delfin dialekt diamant diskho docka drake dricks droppe
  drottning dröm duscha dörr ekonomi ekorre elev elva emalj enbär energi enkel etikett exempel fabrik fackla
  familj fantasi farbror farfar farmor fart fasan feber februari fena fest ficklampa filt filter finger fiska
  fjäder fjäll fjäril flagga flamma flaska flicka flinga flod flora fluga flygel flygplan flytta fläta flöjt
  folk form forsa forskare fotboll foto fotogen fram framtid fransk fred fredag frimärke frisk frisör fritid
  frost frukost frukt frys fråga fröjd fura fågel fåtölj färg färja följa fönster förkläde förmåga förskola
  först förälder gaffel garage gardin garn gata giraff gitarr glas glasögon glimt glob glänta glöd glögg
  gnista gnugga golf gott granit granne groda grotta gryning gryta gråsparv grädde gräddfil gräns gräva grön
  grönsak guld gullviva gummi gurka gård gåva gädda gäst gömma hagel halka hallon hals hammare handduk handske
  harmoni harpa havre helg hemma herre himmel hink hiss hitta hjort hjul hjälp hjälte hjärta hobby honung
  hotell human humle hummer humor hundra hurtig husvagn huvud hålla häfte hälft häll hälsa hämta hänga hängare
  härd härlig häva höger höns hörn hövlig idrott igelkott igloo inbjudan ingefära inköp insekt isbjörn istapp
  januari jazz jeans jobb jogga jord jordgubbe journal jubel julgran juni jury juvel järn järnväg kaffe kafé
  kaja kaktus kalas kalender kalk kamel kamera kamin kamrat kanal kanin kanot kappa kapsyl kapten karaff
  karamell karta kastanj kastrull katalog kavaj kavel kedja keps keramik kikare kilo kilogram kind kiosk kjol
  klar klass klassisk klia klimat klinga klippa klocka kloster klots klubb klubba kläder klänning klöver
  knacka knapp knopp knyppla kofta koka kokos kolv komet komma kompass kompis kompott konsert konst kontrast
  koppar korall korn korridor kosmos kossa kraft krans krita krok krokodil krokus krona kruka krusbär krydda
  kråka kräfta kräm kudde kula kulle kunna kurs kurva kusin kust kvarn kvarter kvast kvist kvitto kväll kylig
  kåpa kälke källa källare känguru känsla käpp kärlek kärna kärr körsbär kött lada lager lagun lakrits lamm
  lampa lans lastbil latin lavendel ledig lejon leka leksak lektion lilja linda lingon linjal linje lista
  liter ljung ljus ljusstake lokomotiv luft luftig lugn lukta lunch lunga lycka lykta låna läcker läge
  lägenhet lägga läkare lämna längd lärare lärka läsk lördag lösa madrass magasin mage magnet mamma mandel
  mandolin mantel mapp marknad marmelad mars mask maskin maskros match material matris matsal matsäck matta
  medalj medel mejeri mellan melodi melon mening meter middag midnatt midsommar miljö million mimosa mindre
  minne mjuk mjölk mobil modell modig moln morfar morgon mormor morot motion motor motto museum musik mussla
  mustasch mylla mynta myra myrstack mysig måla målare måltid månad måndag måne många måste mått mäktig märke
  mässa mästare mäta möbel mört mössa möte nacke namn natt natur naturlig navigera nejlika nick nivå njuta
  norr novell november nummer nyckel nyfiken nyhet nysa nytta näbb näckros nämna närhet näring näsduk nästa
  nätverk nöjd oboe ocean oktober oliv olja olle onsdag opera orange ordbok ordning orkan orkester orkidé
  ormbunke ostron oval packa padda paddla palats palett palm panna pannkaka pappa papper paprika parad paradis
  paraply park parkera partner passa pasta pastej pedal pelare pengar penna pensel peppar persilja piano pilot
  pingst pingvin pinne pizza pjäs plan planet planka plats platta plattform plocka plommon plugg plus plåt
  poesi pojke pokal popcorn poppel porslin portfölj post potatis praktik precis present prova prunka publik
  puder puls pumpa punkt pussel pyjamas pyramid pyssel påsk pärla pärm päron rabarber rabatt radar radie radio
  raket ramsa randig raps recept redan redo regn regnbåge regnrock rektor resa resväska ribba riddare ridå
  ringa risgryn ritning ritt robot rock rodd roder rodna rolig roll roman ropa rosmarin rubin rubrik rulla
  rullstol rund rusta ryggsäck rymd rytm rådjur räcka ränna rönn röra rörmokare röst sadel saft saga sallad
  salva samla samman samtal sandal sanning schack schema segla sekund semester senap sent september serie
  sidan siden siffra silke silver simma sirap sjunga själv skarp skata sked skepp skicklig skidor skimmer
  skina skiss skjorta skjul skjuts skog skola skopa skorsten skratt skriva skruv skräddare skugga skulptur
  skydd skyffel skylt skynda skåp skägg skär skärgård sköld skön skörd slalom slipa slott sluss slut slutsats
  släkt slända slänga slöja slöjd smaka smal smek smidig smink smoking smultron smycke smör smörgås snabb
  snart snickare snigel snitt snurra snygg snöboll snöre socker solros sommar soppa spade spann spara sparv
  spegel spel spindel spis sport spricka spring spår spänne stadig stafett stall standard start staty sten
  stickning stig stilla stjärna stock stol stolpe storm strumpa stråle sträcka sträng ström stubbe student
  stuga stund stycke styr styrka stång städa ställe stämma stämpel ständig stöd stövel svala svamp svar sväng
  svärm symbol syre syrsa syskon system syster säck säker sälg sälja sällan sällskap sätt söder söka söndag
  tabell tablett tack takt talang tallrik tand tanke tapet tavla taxi teater tecken tecknare teckning tegel
  tejp teknik telefon tempel tempo tennis teori terrass text tidning tiger till timma timmer tistel tjock
  tjugo tjäder tjäna toalett tomat tomte topp torka torsdag torsk torv trappa trast triangel trio trivas
  trivsel trottoar trumma trumpet trygg tråd trädgård träff träna tröja tröskel tulpan tumme tunna tunnel
  tusen tuva tvål tvätt tyst tårta täcke tält tämja tänka tärna tävla uggla under ungdom universum uppgift
  upptäckt utflykt utsikt utter vacker vagga vagn vaken valp vandra vante varm vatten vecka verk verkstad
  verktyg vete veteran video vikt vild villa vindruva vinge vinka vinter viol virka visa visdom vissla vitlök
  vittra vulkan vuxen vårdag väder vägg välja välling vänd vänlig vänster vänta väska väster växt zebra åker
  ålder ångbåt åsna åtta äkta äldre älska ämne änder ängel äpple ärende ärlig äventyr ödla ögonblick ögonbryn
  öken önska öppen öring öster över överblick övning
`;

/** Each word once, all in NFC, in alphabetical order. */
export const WORDS = Object.freeze(LIST.trim().split(/\s+/));
