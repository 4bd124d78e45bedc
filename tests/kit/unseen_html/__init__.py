"""Whole application dossiers drawn in HTML and printed by Chromium: a second blind hand beside tests.kit.unseen.

    python -m tests.kit.unseen_html OUTDIR [--only NN ...]

writes OUTDIR/NN-name/<upload> and OUTDIR/NN-name/truth.json, in the format of tests.kit.unseen, and adds the number to
OUTDIR/READY. All persons, units and numbers are invented; identity numbers carry the region code 149900, which does
not exist, and a right check digit.

30 announcer of a county's media centre, ZIP of scans · 31 lacquer artist of a private works, folders with GBK names ·
32 notary whose publicity's result is dated before its last day and whose form gives another date of the title (PUB-11,
TTL-10) · 33 editor of a state publishing house, one merged PDF in odd order, papers with their text · 34 statistician
of a coal company, telephone pictures, too few professional hours in 2022 (CED-03).

60 lecturer of a vocational college, forms printed from a web platform, folders of PDFs, in order · 61 engineer of a
private pharmaceutical company, ring-binder forms by pen, one merged PDF in odd order, published for four working days
over the October holiday (PUB-04) · 62 nurse of a county's hospital of Chinese medicine, telephone pictures, a lapsed
nurse's licence and another month of graduation on the form (LIC-02, EDU-07) · 63 conservator of murals at a museum,
PDFs with their text among scans under GB 18030 names, in order.

68 physics teacher of a county's middle school, platform forms by telephone, a result of the publicity that does not
say whether anyone objected and a lapsed identity card (PUB-09, IDN-04) · 69 software engineer of a private company,
forms of a personnel system, folders with GB 18030 names, published only in a chat group and a public account (PUB-06) ·
70 sonographer of a maternity hospital, one merged PDF, two publicity events, in order · 71 archivist of a design
institute, papers in drawing frames, publicity in the office system, in order.

76 wrestling coach of a city's sports school, folders of PDFs, a form whose cells hold two answers, grades ticked in
boxes, hours of study in sentences, two publicity events, in order · 77 reporter of a city's newspaper, one merged PDF
in odd order, labels over the values, assessments as letters of notice, conditions and procedure never published and
half a year between two appointments (PUB-01, TTL-05) · 78 instructor of welding at a technicians' college, telephone
pictures, a booklet by pen with boxes to tick, a pledge without a signature and 84 hours in 2023 (FRM-06, CED-02) · 79
animal breeder of a private company, folders with GB 18030 names and JPG pages, a form of numbered lines, the unit's
opinion on a paper of its own, a local standard, in order.

88 engineer of a city's institute of measurement, one merged PDF, a form in cards from a reporting system, letters of
appointment in red, in order · 89 dentist of a private hospital, folders with GB 18030 names, labels and values in one
cell, credits in running lines, two publicity events, a complaint that is still being looked into (PUB-10) · 90
playwright of an institute of opera, telephone pictures, a booklet by pen, a form that nobody signed and a year graded
基本合格 (FRM-03, ASM-02) · 91 landscape engineer of a state's company, PDFs mixed with JPG pages, joined labels,
assessments printed from a personnel system, publicity over a make-up Sunday, in order.

A dossier is one file under data/: HTML with Jinja, a `<section>` per document. words.py gives the template its small
words: `f(path, text, value)` prints a text and marks it with `data-f`, `d` a date, `p` a period, `seal`, `sign` and so
on, so that the truth is what the page prints. kit.js draws seals, pens, faces and codes, base.css the sheets;
damage and packing are those of tests.kit.unseen.
"""
