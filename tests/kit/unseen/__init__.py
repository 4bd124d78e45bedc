"""Whole application dossiers drawn by a hand that has not seen the reading program: a blind measure of it.

    python -m tests.kit.unseen OUTDIR [--only NAME ...] [--strength clean|office|photo] [--fonts DIR]

writes OUTDIR/NAME/<upload> and OUTDIR/NAME/truth.json for every dossier. All persons, units and numbers are
invented; identity numbers carry the region code 149900, which does not exist, and a right check digit.

A dossier is one text file under data/: a head with what is expected of the check, then one section per document in a
small page language (markup.py): `# ` title, `^ ` centred, `> ` right, `- ` without indent, `| a | b |` a table row,
`%...` a command, `---` a new page. In the text `{=field:value}` prints a value and writes it into the truth, so the
truth is what the page prints. inline.py reads the text, pen.py and seals.py ink it, sheet.py flows it into pages,
pictures.py draws cards and screens, scene.py photographs and damages, pack.py packs files and writes the truth.
"""
