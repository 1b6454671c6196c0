"""Makes CourseMath.woff2 from TeX Gyre Pagella Math: the characters of the course's formulas, with the table that says how formulas are set.

Needs fontTools with brotli, and the font: on Debian python3-fonttools, python3-brotli and fonts-texgyre-math.
    python3 subset.py texgyrepagella-math.otf
"""
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

CHARACTERS = (
    "U+20-7E,U+A0,U+B1,U+B7,U+D7,U+F7,U+131,U+237,U+394,U+3A3,U+3B1-3C9,U+3D5,U+3F5,"  # Latin, Greek
    "U+2016,U+2026,U+2032,U+2044,U+302,U+304,U+2061-2064,U+210E,U+211D,U+2190-2192,U+21D2,"  # marks, arrows
    "U+2202,U+2207,U+2208,U+220F,U+2211,U+2212,U+2215,U+221A,U+221D,U+221E,U+2225,U+222B,"  # operators
    "U+223C,U+2248,U+2260,U+2264,U+2265,U+226A,U+226B,U+2299,U+22A4,U+22C5,U+22EE,U+22EF,U+2308-230B,"  # relations, dots, brackets
    "U+1D434-1D467,U+1D5B3,U+1D6FC-1D714,U+1D7CE-1D7D7")  # italics, the sign of a transposed matrix, bold digits

options = subset.Options(flavor="woff2", hinting=False, desubroutinize=True, layout_features=[], drop_tables=["FFTM"])
font = subset.load_font(sys.argv[1], options)
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=subset.parse_unicodes(CHARACTERS))
subsetter.subset(font)
# The licence asks that a changed font goes by another name.
for record in font["name"].names:
    if record.nameID in (1, 3, 4, 6, 16):
        record.string = "CourseMath" if record.nameID == 6 else "Course Math"
if "CFF " in font:
    font["CFF "].cff.fontNames[0] = "CourseMath"
subset.save_font(font, str(pathlib.Path(__file__).with_name("CourseMath.woff2")), options)
