"""What sources write and how it is read: one line a case, text and reading.

A reading is written here as its comparators, its number or both ends, and what it may count.
`counted` stands for everything that a general classifier (个, 项) counts, `houses` for those of 家.
"""

import pytest

from generator.core.readings import COUNTED, Reading
from generator.core.written import read_written

DOSSIER = """
3-5家 | range 3–5 houses
3-5个 | range 3–5 counted
一批 | aspiration
世界先进水平 | unread
超过3500亿元 | more-than 350000000000 CNY
超过2500万台 | more-than 25000000 devices|products
100家 | exactly 100 houses
10个 | exactly 10 counted
10类 | exactly 10 counted
至少20个 | at-least 20 counted
100个 | exactly 100 counted
全球前列 | unread
10% | exactly 10 percent
6000万 | exactly 60000000
60 | exactly 60
百项 | about|order-of-magnitude 100 counted
百家 | about|order-of-magnitude 100 houses
达到3500亿元 | at-least|exactly 350000000000 CNY
超过15000亿元 | more-than 1500000000000 CNY
突破5500亿元 | more-than 550000000000 CNY
10家 | exactly 10 houses
50+ | at-least 50
100+ | at-least 100
百亿级 | order-of-magnitude 10000000000
约10亿元 | about 1000000000 CNY
突破500亿元 | more-than 50000000000 CNY
2至3个 | range 2–3 counted
30个以上 | at-least 30 counted
50个以上 | at-least 50 counted
30% | exactly 30 percent
最高2000万元 | at-most 20000000 CNY
超过300亿元 | more-than 30000000000 CNY
超过1000亿元 | more-than 100000000000 CNY
10个左右 | about 10 counted
1个 | exactly 1 counted
200家 | exactly 200 houses
500家 | exactly 500 houses
超过2000亿元 | more-than 200000000000 CNY
2个以上 | at-least 2 counted
3个以上 | at-least 3 counted
300+ | at-least 300
100亿元 | exactly 10000000000 CNY
500亿元 | exactly 50000000000 CNY
最高2亿元 | at-most 200000000 CNY
最高500万元 | at-most 5000000 CNY
2000万元 | exactly 20000000 CNY
2000亿元以上 | at-least 200000000000 CNY
10家以上 | at-least 10 houses
50家以上 | at-least 50 houses
10个以上 | at-least 10 counted
20项以上 | at-least 20 counted
500项以上 | at-least 500 counted
4个 | exactly 4 counted
20家 | exactly 20 houses
20个 | exactly 20 counted
15个 | exactly 15 counted
1000项以上 | at-least 1000 counted
10项以上 | at-least 10 counted
4万平方米 | exactly 40000 square-metres
10亿元 | exactly 1000000000 CNY
最高1亿元 | at-most 100000000 CNY
最高1000万元 | at-most 10000000 CNY
达到2500亿元 | at-least|exactly 250000000000 CNY
200个 | exactly 200 counted
15家 | exactly 15 houses
150家 | exactly 150 houses
300家 | exactly 300 houses
达到1500亿元 | at-least|exactly 150000000000 CNY
2个 | exactly 2 counted
5家 | exactly 5 houses
100个以上 | at-least 100 counted
1000亿元级别 | order-of-magnitude 100000000000 CNY
3个 | exactly 3 counted
50%、70%、100% | exactly 50 percent; exactly 70 percent; exactly 100 percent
不超过2000平方米 | at-most 2000 square-metres
more than 100 | more-than 100
about 30 | about 30
1-2家 | range 1–2 houses
100家以上 | at-least 100 houses
10大 | exactly 10 counted
5年内10-15家 | range 10–15 houses
最高100万元 | at-most 1000000 CNY
每年1亿元 | exactly 100000000 CNY
最高3000万元 | at-most 30000000 CNY
最高200万元 | at-most 2000000 CNY
最高50万元 | at-most 500000 CNY
1500亿元左右 | about 150000000000 CNY
15%左右 | about 15 percent
3000项以上 | at-least 3000 counted
6%以上 | at-least 6 percent
1万以上 | at-least 10000
千亿级 | order-of-magnitude 100000000000
突破1000亿元 | more-than 100000000000 CNY
超20% | more-than 20 percent
争创1个 | aspiration|exactly 1 counted
达到2000亿元 | at-least|exactly 200000000000 CNY
超200家 | more-than 200 houses
30个 | exactly 30 counted
超3000亿元 | more-than 300000000000 CNY
突破1.8万亿元 | more-than 1800000000000 CNY
exceeding 135 billion yuan | more-than 135000000000 CNY
20 billion yuan | exactly 20000000000 CNY
200 | exactly 200
10,000 | exactly 10000
50 | exactly 50
一个 | exactly 1 counted
200个以上 | at-least 200 counted
突破800亿元 | more-than 80000000000 CNY
5个 | exactly 5 counted
超过800项 | more-than 800 counted
超50个 | more-than 50 counted
50000人 | exactly 50000 jobs|people|users
5个以上 | at-least 5 counted
突破5000亿元 | more-than 500000000000 CNY
15% | exactly 15 percent
突破500亿元、力争600亿元 | more-than 50000000000 CNY; aspiration|exactly 60000000000 CNY
fifth largest | exactly 5 rank
40,000 | exactly 40000
220 | exactly 220
up to 5.5 billion won | at-most 5500000000 KRW
3.9 billion won | exactly 3900000000 KRW
$4 billion | exactly 4000000000 USD
five-fold | exactly 5 multiple
top 10 | at-most 10 rank
1 percent | exactly 1 percent
by end of 2023 | unread
first quarter of 2024 | unread
14,500,000 | exactly 14500000
2,500,000 | exactly 2500000
over €30 billion | more-than 30000000000 EUR
"""
"""Every wording of the shipped content, each once."""

CHINESE = """
力争产业规模突破500亿元 | aspiration|more-than 50000000000 CNY
力争600亿元 | aspiration|exactly 60000000000 CNY
力争达到600亿元 | aspiration|at-least|exactly 60000000000 CNY
最高奖励500万元 | at-most 5000000 CNY
不低于30% | at-least 30 percent
不少于10家 | at-least 10 houses
不足10家 | less-than 10 houses
10家以下 | at-most 10 houses
超百家 | more-than 100 houses
近百家 | about|less-than 100 houses
百亿元 | about|order-of-magnitude 10000000000 CNY
万亿级 | order-of-magnitude 1000000000000
突破50项关键技术 | exactly|more-than 50 counted
超过100家以上 | at-least|more-than 100 houses
100余家 | more-than 100 houses
100多亿元 | more-than 10000000000 CNY
3—5家 | range 3–5 houses
３－５家 | range 3–5 houses
5000-1万人 | range 5000–10000 jobs|people|users
10亿元-15亿元 | range 1000000000–1500000000 CNY
10-15亿元左右 | range 1000000000–1500000000 CNY
二十至三十家 | range 20–30 houses
５０％以上 | at-least 50 percent
百分之五十 | exactly 50 percent
一千二百家 | exactly 1200 houses
两万五千人 | exactly 25000 jobs|people|users
三点五万 | exactly 35000
十家 | exactly 10 houses
100亿美元 | exactly 10000000000 USD
30亿欧元 | exactly 3000000000 EUR
55亿韩元 | exactly 5500000000 KRW
500亿元人民币 | exactly 50000000000 CNY
1,000家 | exactly 1000 houses
5倍 | exactly 5 multiple
前10 | at-most 10 rank
全球前十强 | at-most 10 rank
第5位 | exactly 5 rank
到2025年，产业规模超过3500亿元 | more-than 350000000000 CNY
培育3—5家有全球影响力的生态型企业 | range 3–5 houses
培育一批龙头企业 | aspiration
元宇宙产业创新发展三年行动计划（2023—2025年） | unread
2023—2025年 | unread
下降15% | unread
每平方米10元 | unread
超过去年500万元 | unread
建成超算中心10个 | unread
三五家 | unread
两三家 | unread
数百家 | unread
3、5亿元 | unread
10个月 | unread
6个百分点 | unread
10万人次 | unread
500亿日元 | unread
前三季度 | unread
第三方服务10个 | unread
约10家以上 | unread
不得不超过10家 | unread
5-3家 | unread
万百 | unread
1点5亿 | unread
一亿二 | unread
一百五 | exactly 150
"""
ENGLISH = """
three to five | range 3–5
between 3 and 5 | range 3–5
about three to five | range 3–5
10-15 billion yuan | range 10000000000–15000000000 CNY
500 million to 1.5 billion yuan | range 500000000–1500000000 CNY
€10 million to €15 million | range 10000000–15000000 EUR
−5 to −3 per cent | range -5–-3 percent
about 10 billion yuan | about 10000000000 CNY
more than 25 million | more-than 25000000
US$28.7 bn | exactly 28700000000 USD
$4bn | exactly 4000000000 USD
350 billion yuan ($47.9 bn) | exactly 350000000000 CNY
RMB 3.5bn | exactly 3500000000 CNY
no more than 5 | at-most 5
fewer than 10 companies | less-than 10 companies
nearly 30 | about|less-than 30
just over 500,000 | about|more-than 500000
reaching 200 billion yuan | at-least|exactly 200000000000 CNY
of the order of 10 billion yuan | order-of-magnitude 10000000000 CNY
striving for 60 billion yuan | aspiration|exactly 60000000000 CNY
100 companies or more | at-least 100 companies
100 or more firms | at-least 100 companies
three to five industrial clusters | range 3–5 clusters
40,000 virtual jobs | exactly 40000 jobs
twenty-five | exactly 25
one hundred and five | exactly 105
a hundred | exactly 100
half a million | exactly 500000
fivefold | exactly 5 multiple
5x | exactly 5 multiple
among the first ten | at-most 10 rank
12th | exactly 12 rank
50%, 70% and 100% | exactly 50 percent; exactly 70 percent; exactly 100 percent
by 2025, more than 100 companies | more-than 100 companies
1 billion yuan a year | exactly 1000000000 CNY
10 and 20 | unread
10 companies (at most) | unread
from 10 | unread
5 times more companies | unread
5 percentage points | unread
over five years | unread
2023–2025 | unread
HK$4 billion | unread
5 m | unread
one third | unread
third quarter | unread
three five | unread
tens of thousands | unread
at least 20 to 30 | unread
1.2.3 | unread
1,00 | unread
$5 million euros | unread
now nearly a dozen | unread
"""


CLASSIFIED = {
    COUNTED: "counted",
    frozenset(
        [
            "centres",
            "clusters",
            "companies",
            "organisations",
            "parks",
            "platforms",
            "sites",
        ]
    ): "houses",
}


def cases(table: str) -> list[list[str]]:
    """Text and reading of each line."""
    return [line.split(" | ") for line in table.strip().splitlines()]


def short(reading: Reading) -> str:
    """The reading in the form of the tables."""
    comparators = "|".join(sorted(reading.comparators))
    numbers = "–".join(f"{number:f}" for number in reading.numbers)
    measures = "|".join(sorted(reading.measures))
    measures = CLASSIFIED.get(reading.measures, measures)
    measures = measures.replace("percent|percent-change", "percent")
    return " ".join(part for part in (comparators, numbers, measures) if part)


def read(text: str) -> str:
    """All readings of the text in the form of the tables."""
    written = read_written(text)
    if written is None:
        return "unread"
    assert written.text == text
    return "; ".join(short(reading) for reading in written.readings)


@pytest.mark.parametrize(("text", "expected"), cases(DOSSIER))
def test_the_wordings_of_the_content(text: str, expected: str) -> None:
    """What is read is read rightly; what is no number is left unread."""
    assert read(text) == expected


@pytest.mark.parametrize(("text", "expected"), cases(CHINESE))
def test_chinese_wordings(text: str, expected: str) -> None:
    """Comparators before and after, numerals of all forms, and what only looks like one."""
    assert read(text) == expected


@pytest.mark.parametrize(("text", "expected"), cases(ENGLISH))
def test_english_wordings(text: str, expected: str) -> None:
    """Words and digits, symbols and names of currencies, and what is not a number."""
    assert read(text) == expected
