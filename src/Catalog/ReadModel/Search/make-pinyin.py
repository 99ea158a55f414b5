"""Writes pinyin.txt anew: a line per toneless syllable with the characters of the 通用规范汉字表 (8,105) that are read so.

Usage: bzcat /usr/share/unicode/Unihan_Readings.txt.bz2 | python3 make-pinyin.py > pinyin.txt
(Debian package unicode-data. A character's first reading of today stands here; readings.txt knows the words that are read otherwise.)
"""
import re
import sys
import unicodedata


def toneless(reading):
    letters = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return re.sub("[^a-z]", "", letters)


common, first, often = [], {}, {}
for line in sys.stdin:
    if line.startswith("U+"):
        code, field, value = line.rstrip("\n").split("\t")
        char = chr(int(code[2:], 16))
        if field == "kTGHZ2013" and ord(char) < 0x10000:  # the 199 beyond are in no name of goods
            common.append((char, toneless(value.split()[0].split(":")[1].split(",")[0])))
        elif field == "kHanyuPinlu":
            often[char] = toneless(re.sub(r"\(.*", "", value.split()[0]))
        elif field == "kMandarin":
            first[char] = toneless(value.split()[0])

syllables = {}
for char, fallback in common:
    syllables.setdefault(first.get(char) or often.get(char) or fallback, []).append(char)
for syllable in sorted(syllables):
    print(syllable, "".join(sorted(syllables[syllable])))
