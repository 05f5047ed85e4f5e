"""Numbers, dates, lengths, names and sums that no grammar expects, in sentences that the rules look at."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.badinputs.case import Case, claim

TOLL = """
1e400|1e-400|1E+308|10^400|10**10**10|2^99999999|0x1fffffffff|0b1|1_000|Infinity|NaN|-5|\u22125|-0|+5|0|00012|1,2,3,4|1,23,456
1.234.567,89|1'234'567|12 34 56|1.2.3.4|5k|5KK|5 million billion trillion quadrillion|5,000-86|86-5,000|between 86 and 5
from 9 to 3|5\u00b19|~~~5|<5>|>>5|5%|\u00bd|1/0|0/0|1/3|3\u00bd|\u221e|a couple dozen score|no|zero|none|nobody
several several several|nearly almost over about more than several thousand|not fewer than at most at least 5
up to at least 5|hundreds of thousands of millions of|tens of|a few|dozens and dozens of|at least|thousand hundred thousand hundred
minus one|negative two|eleventy|umpteen|googolplex|centillion centillion|a hundred and|point five|one point two point three
nine hundred ninety nine novemvigintillion|\u0661\u0662|\u4e5d\u5341|\u2168|1\u20e3|\u2080|0.0000000000000000000001|one or two or three or four
"""
DATES = """
30 February 2011|31 April 2011|29 February 2011|29 February 1900|29 February 2000|0 June 2011|32 June 2011|22 Juner 2011|22 June 0
22 June 0000|1 January 1|31 December 9999|1 January 10000|22 June 99999|22 June 999999999999|22 June -44|15 March 44 BC|0000-00-00
2011-13-01|2011-00-10|2011-06-22T24:00:00|2011-06-22T23:59:60Z|2011-06-22T25:61:61|2011-06-22T00:00:00+99:99|2011-W60-9|2011-400
01/02/03|13/13/2013|1/2|2011/2|22.06.11.11|yesterday|tomorrow|3 months ago|next Friday|last year|now|Q5 2011|summer of 2011
early to mid late June|the 1990s|the 20th century|the 999999th century|2012-1998|10-9 June 2011|June 22-18, 2011|1582-10-10
30 Feb 1712|5 Muharram 1433|\u5e73\u621023\u5e746\u670822\u65e5|2011\u5e742\u670830\u65e5|22 Haziran 2011|1e3 June 2011|June|2011
June June June 2011 2011 2011|\u0662\u0662 June|2\u00b2nd June 2011|the day before the day before the day after|99999999 years ago
the last Friday of the last week of the last month|minus three days ago|Easter 99999|week 54 of 2011
"""
LENGTHS = """
-3 months|0 months|minus two months|99999999999999999999 years|1e308 years|1/0 months|3 months ago months|9 to 3 months
from five to two months|two and a half and a quarter months|half a|P1Y|P999999999999Y|PT1e9S|-P1D|P|P1YT|1:99:99|99:99|0:0|1h61m61s
3 parsecs|a fortnight of Sundays|3 business days|31 February days|NaN months|\u221e months|\u00bd month|\u00b2-month|1,5 months
1.5.5 months|two-to-three-to-four-month|a year and a day and an hour and a minute and a second|nearly nearly three months
"""
NAMES = """
| |-|...|\u200b\u200b|Jane\tRoe\x0bSmith|Jane & Co. and & and|None|null|nan|True|0|\uff2a\uff41\uff4e\uff45 \uff32\uff4f\uff45|J\u0430ne R\u043ee
\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 Roe|Stra\u00dfe \u0130I \u0131i|../../PWNED|con|__proto__|constructor
Jr. Sr. III IV|\u674e|O'Neil-'O|d'|von|The The|A|Roe Jane Roe Jane Roe
"""
MONEY = """
$1e308|$-5|$1,00,00,000|\u00a55\u4e07\u5104\u5146\u4eac|\u20ac1.234,5.6|5 \u00a3 $ \u20ac|$0.1+$0.2|USD USD 5|5 bitcoin satoshi|$ NaN|($5)|5\u00a2$
$\u00bd|Rs. 5 lakh crore lakh crore|$5bn-$3m|$.|$$|five dollars and six pounds and seven euros|\u20bf0.00000001|1 USD = 2 EUR
"""
HEAVY = {
    "toll": [
        "1" + "0" * 400, "9" * 5_000, "9" * 100_000, "two hundred million billion trillion " * 300, "one " * 20_000,
        "million " * 20_000, "half of a quarter of a third of " * 5_000, "twenty-" * 20_000, "and " * 20_000,
        "-".join(["one"] * 5_000), "1," * 300_000, "1 to " * 50_000, "more than " * 30_000, "1/" * 100_000, "1." * 200_000,
        "1-" * 200_000, "a third of a dozen " * 10_000, "1 people, " * 40_000,
    ],
    "date": [
        "22" + "nd" * 5_000 + " June 2011", "1 " * 20_000 + "June 2011", "June " * 30_000, "2011-" * 40_000, "1/1/" * 40_000,
        "between 1 June 2011 and " * 5_000, "the day after " * 20_000, "last " * 40_000, "early mid late " * 15_000,
        "Monday, " * 30_000, "3 days before 3 days after " * 5_000, "in the 1990s " * 10_000,
    ],
    "length": [
        "two months " * 20_000, "-" * 20_000 + "month", "81 day" + "s" * 20_000, "a year and " * 20_000, "1:" * 100_000,
        "nearly " * 30_000 + "three months", "P1Y" * 50_000, "three-" * 50_000 + "month", "1h " * 50_000,
    ],
    "name": [
        "'" * 5_000, "A" * 1_000_000, "Jane " * 20_000, "\u674e" * 20_000, "O'" * 10_000 + "Neil", "Mc" * 20_000, "J. " * 20_000,
        "von der van de la " * 5_000, "Dr. Mr. Mrs. Prof. Sir " * 3_000, "Jane Roe (" * 5_000, "roe, jane, jr., iii, phd, esq., " * 500,
        "Jane Roe and " * 10_000, "Jane-" * 20_000 + "Roe", "\u0301" * 50_000 + "Jane Roe", "Jane Roe, " * 20_000,
    ],
    "money": ["$" * 50_000, "$1" + "0" * 5_000, "$1," * 60_000, "$5 to " * 20_000, "5 million " * 20_000, "USD " * 30_000],
}  # fmt: skip
SENTENCES = {
    "toll": "The earthquake killed {} people.\n",
    "date": "The film was released on {}.\nThe earthquake struck on {}.\n",
    "length": "After his {} detention he left.\nRunning time: {}\n",
    "name": "Produced by {}. Directed by {}.\nProducer: {}\n",
    "money": "The tax bill was {}. Budget: {}\n",
}
LIGHT = {"toll": TOLL, "date": DATES, "length": LENGTHS, "name": NAMES, "money": MONEY}
_TOGETHER = 3


def cases() -> Iterator[Case]:
    """Yield the light ones some at a time, each in a document of its own; the heavy ones alone; and masses."""
    for kind, table in LIGHT.items():
        values = table.strip("\n").replace("\n", "|").split("|")
        for at in range(0, len(values), _TOGETHER):
            some = values[at : at + _TOGETHER]
            docs = {f"{kind}{at + i}.txt": _said(kind, value) for i, value in enumerate(some)}
            yield Case(f"value_{kind}_{at:02d}", "value", docs, seconds=15, core=at % 24 == 0)
    for kind, heavy in HEAVY.items():
        for n, value in enumerate(heavy):
            docs = {f"{kind}.txt": _said(kind, value)}
            yield Case(f"value_{kind}_heavy_{n:02d}", "value", docs, seconds=15, core=n == 1)
    yield from _masses()


def _said(kind: str, value: str) -> str:
    return SENTENCES[kind].replace("{}", value) + claim()


def _masses() -> Iterator[Case]:
    chance = random.Random(3)

    def name() -> str:
        return "".join(chance.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(8)).title()

    many = "".join(f"Running time: {i} minutes. " for i in range(20_000))
    yield Case("value_20000_claims", "value", {"many.txt": many}, seconds=60)
    names = "".join(f"Produced by {name()} {name()}.\n" for _ in range(20_000))
    yield Case("value_20000_names", "value", {"names.txt": names}, seconds=90, megabytes=2048)
    films = {f"d{i:04d}.txt": f"Running time: {i} minutes. Produced by {name()} {name()}.\n" for i in range(3_000)}
    yield Case("value_3000_documents", "value", films, seconds=90)
    yield Case("value_1000_alike", "value", {f"s{i:04d}.txt": claim() for i in range(1_000)}, seconds=60)
    alike = {f"t{i:03d}.txt": f"Film: {name()}\nProducer: Jane {name()}\nYear: {1900 + i % 100}\n" for i in range(500)}
    yield Case("value_500_films", "value", alike, seconds=60)
