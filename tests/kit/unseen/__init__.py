"""Whole application dossiers drawn by a hand that has not seen the reading program: a blind measure of it.

    python -m tests.kit.unseen OUTDIR [--only NAME ...] [--strength clean|office|photo] [--fonts DIR]

writes OUTDIR/NAME/<upload> and OUTDIR/NAME/truth.json for every dossier. All persons, units and numbers are
invented; identity numbers carry the region code 149900, which does not exist, and a right check digit.

1 nurse, one merged PDF of scans · 2 teacher, ZIP of PDFs in folders with GBK names · 3 engineer of a private company,
ZIP of JPG pages · 4 enterprise nomination whose certificate has expired (NOM-04) · 5 commission of a central company
· 6 初定 with a publicity of four working days, which the catalogue does not ask of it · 7 digital certificate in the
place of the title · 8 accountant with three defects (LIC-04, CED-02, PUB-01) · 9 archivist, telephone pictures,
a publicity of four working days over the National Day (PUB-04) · 10 agronomist, one merged PDF in shuffled order
· 11 teacher of a private vocational school, folders of PDFs and JPG photos · 12 physician, grey copies, a result that
is one (PUB-12 undecided), three notices · 13 engineer with four faults (PUB-04, TTL-03, IDN-04, EMP-02) · 14 opera
actor whose notice lacks the unit's opinion (PUB-03), which stands on a paper of its own
· 15 lecturer of a university, a PDF per document in folders, three publicities, appointments in red-headed files · 16
auditor of a state company, printed from a web platform, an examination, a telephone's screen · 17 engineer of a
private company, photographs of forms filled in by hand, A3 spreads · 18 physician of a township with three faults
(PUB-10, FRM-03, ASM-01) · 19 curator, one merged PDF, published in a chat group only, with another person's
certificate (PUB-06, CON-01)
· 25 research fellow of an institute with many achievements, one merged PDF in odd order · 26 lecturer sent into an
enterprise (入企工科教师), two publicities, one with an annex of names · 27 engineer of a private company with papers
shared by its staff, whose list of names lacks him (PUB-14, CED-04) · 28 postdoctoral 考核认定 of one who is not full
time (INI-02, FRM-06) · 29 engineer from Hong Kong with a travel permit, telephone pictures
· 35 notary of a city office, folders of PDFs with GBK names, two publicities · 36 surveyor of a private company, papers
born in Word beside scans, a form whose last page is signed on paper · 37 editor of a state press within the term of a
demerit, whose form bears a department's seal (TTL-09, FRM-07), A3 spreads, lists of names · 38 forester of a township
with 大专 by the 基层 route (EDU-04 undecided), one merged PDF out of order, handwriting, a publicity over a make-up
Saturday · 39 veterinarian, telephone photographs, a chat's screen, 48 professional hours in one year (CED-03)
· 40 engineer of a city heating company, one merged PDF of office scans, forms across and upright mixed, a standard
· 41 theatre nurse of a city hospital, folders of PDFs with JPG pages among them, three notices with a result each, five
assessments in one table · 42 physics teacher of a county school, photographs of forms filled in by hand, a publicity of
four working days over the May holiday, an empty place for the major, 58 hours in one year (PUB-04, FRM-02, CED-02)
· 43 statistician of a private technology firm, electronic certificates and a platform's form born digital beside scans,
a publicity that ends on a make-up Sunday, a book
· 44 agronomist of a central institute's station, commission by its personnel bureau, one merged PDF, a notice naming
twelve persons in sentences, a register of hours · 45 初定 of a librarian, folders of JPG scans, a form and a summary
filled in by hand (INI-01 undecided) · 46 engineer of a private forge by 破格, letters of peers, contracts with money,
coloured paper, tables across the sheet, a group standard, patents · 47 lecturer of a technicians' school (中级),
black-and-white copies of copies, a form of lines filled in by hand, a result dated before the publicity ends, another
major and another month of birth on the form (PUB-11, EDU-07, IDN-05; PUB-12 undecided).
· 48 broadcaster of a city station, folders of PDFs with GBK names, a form of numbered lines, a notice in questions and
answers and a list on a board, grades ticked in boxes, two results, one a slip · 49 experimentalist (实验技术) of a
university's laboratory, one merged PDF with the publicity first, a form across the sheet with labels over the values,
grades told in letters, hours with the years as columns, six working days round the National Day · 50 builder of a
state company, telephone photographs of a small booklet filled in by hand, a gap of half a year between two appointments
and a patent of others (TTL-05, ACH-08) · 51 obstetrician of a city's maternity hospital, numbered PDFs with GBK names,
a form with a column of ticks, the conditions published the year before, a letter of acceptance in the place of the
paper, an empty place of the authority (PUB-16, ACH-12, FRM-12)
· 52 正高级 engineer of a state coal group, a platform's form born digital with a signed last page, folders of office
scans, two diplomas, two titles, three notices with a result of another shape each
· 53 teacher of a township school, self-taught degree (自考), one merged PDF out of order with pages on their side, a
form of lines by hand, a notice of ticked boxes · 54 human resources manager of a private food company by 考评结合,
published in the year before, a letter of acceptance in the place of a paper (PUB-16, ACH-12), hours by columns
· 55 broadcaster of a city's station, photographs under a lamp, in the taker's shadow, with glare, folded, and sent
through a chat
· 56 pharmacist of a private hospital, folders of PDFs with GBK names, a grid of joined labels, credits, a notice in a
table · 57 translator of a city office, one merged PDF out of order, a catalogue in another order, a book, notices none
of which holds the applicant's materials (PUB-02) · 58 water engineer of a state design company, telephone photographs,
forms by hand, a year graded 基本合格, a result that does not say whether there were objections (ASM-02, PUB-09)
· 59 正高级会计师 of a state company, Word papers beside scans and JPG, a form as one list of items with a column of
ticks, slips of assessment, hours by columns, a report on her integrity.
· 64 pilot of a state aviation company, folders of PDFs with GBK names, a form with the labels over the values, two
publicities in questions and rows, flying hours, a pilot's licence · 65 carver of inkstones in a private workshop
(中级), photographs under all lights, a form with label and value in one cell by hand, a notice in the workshop's own
speech that names another title, an award of others (PUB-15, ACH-10) · 66 historian of a city's institute, one
merged PDF, an A3 spread whose left half is the last page, a result made out and the dossier handed in while the
second publicity still ran (PUB-11, PUB-16) · 67 captain of a rescue station, ZIP of JPG scans, a form of numbered
rows, three notices in tables with a ticked slip each, a local standard
· 72 librarian of a city's library, folders of PDFs with GBK names, a form of groups with joined labels at the side, one
notice of three applicants with its list as an annex across the sheet, five assessments in one proof · 73 workshop
teacher (实习指导教师) of a technicians' college, one merged PDF, a form filled in by hand, results on register cards, a
loose-leaf textbook, a card's front only and 52 professional hours in one year (IDN-02, CED-03) · 74 stage designer of a
state theatre company, photographs under all lights, a form by hand with the person on the left and the application on
the right, three notices over a make-up Saturday with one result, hours told in sentences · 75 athletic trainer
(运动防护) of a city's sports institute, a platform's form born digital with a signed last page, published by the ice
rink's base where he is posted, another date of the title on the form (PUB-08, TTL-10)
· 80 photographer (艺术) of a city's culture hall, folders of PDFs with GBK names, a form whose parts each have a small
table with labels over the values, a book of photographs, hours by courses · 81 engineer of an institute that inspects
lifts, one merged PDF with the publicity first, a form across the sheet, a result in a table, hours told in sentences,
a year without its assessment and an opinion without a seal (FRM-05, ASM-01) · 82 畜牧师 of a state pig farm, black
copies with grey seals, a notice that is one table, five assessments in a sentence (PUB-12 undecided) · 83 teacher of a
special school, an A3 spread in two columns, a notice of two applicants which lacks the unit's opinion, another identity
number on the title's certificate (PUB-03, CON-02)
· 84 正高级 landscape engineer of a city's garden centre, folders of PDFs with GBK names, a form of small tables
with labels over the values behind a cover, two publicities with a result each, hours with the years as columns · 85
cookery teacher (中等职业学校) of a county's school, photographs under all lights, a form of underlined lines by
hand, published in a WeChat account and a chat group only (PUB-06) · 86 brewer of vinegar in a private company
(中级), one merged PDF with the result first, a shaded grid with joined labels at the side, a notice that is one
table, insured by another firm, a paper of others (EMP-02, ACH-04) · 87 sound engineer (艺术) of a city's station,
PDFs, JPGs and a Word file, a platform's form born digital with a signed last page, slips of assessment, hours by
courses, a notice in questions and answers.

p01 to p60 hold the evidence of a publicity and nothing else, in the words and shapes of sixty offices, about half of
them with one fault of the rules on publicity; p45 to p60, as ordinary clerks write, also a form that says who applies.

q01 to q16 are sixteen more such piles, each with a form, of offices of other kinds: a court's service unit in questions
and answers along with last year's excellent, over a make-up Sunday; a machine shop's chat group (PUB-06, photographs);
an institute's red-headed paper over the National Day; a township station's nine days with four working days (PUB-04); a
steel group's annex without her who applies (PUB-14, photographs); a bank's office system; a maternity station's hasty
result (PUB-11); a puppet theatre's poster over the Dragon Boat holiday (photographs); a newspaper's letter with a call
that proved untrue; a school's report that keeps silent on objections (PUB-09); a nursing home's boxes to tick
(photographs); a water company's notice along with the excellent, a letter still looked into (PUB-10); a herb institute
that never published the rules (PUB-01); a forest farm's poster by hand of seven days (photographs); a software firm's
result under another firm's seal (PUB-13); a sports school's three notices with one table of results.

a01 to a12 hold assessments, hours of study, appointments, contracts and proofs of insurance; s01 to s12 papers, books,
patents, awards, projects, standards; c01 to c12 diplomas of all times, titles, licences and examinations: each with a
card and a form, four or five of each dozen with one fault (ASM, CED, TTL, CON; ACH, CON; IDN, EDU, TTL, LIC, CON).

r01 to r14 hold the forms of an applicant and nothing else: a review form or an initial form, in half of them with a
summary form and an identity card. A booklet with cover and instructions, a platform's print-out with small grey labels
(FRM-03), A3 spreads whose left half is the last page, a form of lines by hand (FRM-04), labels set downwards, label and
value in one cell (FRM-05), a conversion with two names in a cell, shaded labels with an empty major (FRM-02), a
breaking of rules whose opinion runs over the page, labels over values with another degree and date in the summary
(CON-04), boxes to tick, a hurried hand (FRM-12), an initial form, a postdoctoral one.

g01 to g12 hold the papers of special ways, with a form and a card or what stands for it: an engineer from Hong Kong
nominated by the chairman, a teacher from Taiwan sent into a works (telephone photographs), a foreign postdoctoral
researcher whose permit names another firm (GRN-03), a violinist by exception, a Korean with the permanent card at a
foreign branch, a bearing engineer nominated by the head of research, a fibre engineer nominated by the general manager
(NOM-06), a lecturer at a wind farm after a complaint (telephone photographs), a railway builder and a bridge builder
commissioned by their headquarters, a glass researcher whose letter goes to the committee (COM-03), a postdoctoral
researcher who asks for a title one level too high (INI-03).

k01 to k12 hold single papers of all kinds, a form and a card with six or seven of them, in layouts none of the others
has: a ward nurse's renewals and adult diploma, a control engineer whose patent's check digit is wrong (ACH-07), a
teacher of a mountain school (telephone photographs), a valve designer nominated by a firm that is only innovative
(NOM-03), a signal engineer commissioned by headquarters with both letters, a postdoctoral researcher on soils, an
optics engineer from Germany with passport, permit and an old passport number, a cardiologist after a complaint that was
cleared up, a lecturer sent to a robot works (telephone photographs), a professor by exception with letters of peers and
a book, a bridge engineer with a former name and 84 hours in one year on worn copies (CED-02), an accountant published
over a make-up Sunday and the National Day (telephone photographs).

A dossier is one text file under data/: a head with what is expected of the check, then one section per document in a
small page language (markup.py): `# ` title, `^ ` centred, `> ` right, `- ` without indent, `| a | b |` a table row,
`%...` a command, `---` a new page. In the text `{=field:value}` prints a value and writes it into the truth, so the
truth is what the page prints. inline.py reads the text, pen.py inks it, sheet.py flows it into pages,
pictures.py draws cards and screens, desk.py letterheads and stamps, damage.py photographs and damages, pack.py
packs files and writes the truth.
"""
