"""The tile map of China: one square for each unit at province level, keyed by ISO 3166-2.

Schematic: it shows who is next to whom, roughly, and neither borders nor area. Counting is left
to places.py.
"""

from collections.abc import Mapping
from types import MappingProxyType

from generator.core.frozen import frozen


@frozen
class Tile:
    """Where a unit stands on the map, and how it is called."""

    row: int
    """From the north, from 1."""
    column: int
    """From the west, from 1."""
    name: str
    short: str
    """The one character that stands for it in Chinese."""


TILES: Mapping[str, Tile] = MappingProxyType(
    {
        "CN-HL": Tile(1, 8, "Heilongjiang", "黑"),
        "CN-NM": Tile(2, 5, "Inner Mongolia", "蒙"),
        "CN-LN": Tile(2, 7, "Liaoning", "辽"),
        "CN-JL": Tile(2, 8, "Jilin", "吉"),
        "CN-XJ": Tile(3, 1, "Xinjiang", "新"),
        "CN-GS": Tile(3, 3, "Gansu", "甘"),
        "CN-NX": Tile(3, 4, "Ningxia", "宁"),
        "CN-SX": Tile(3, 5, "Shanxi", "晋"),
        "CN-BJ": Tile(3, 6, "Beijing", "京"),
        "CN-TJ": Tile(3, 7, "Tianjin", "津"),
        "CN-QH": Tile(4, 2, "Qinghai", "青"),
        "CN-SN": Tile(4, 4, "Shaanxi", "陕"),
        "CN-HA": Tile(4, 5, "Henan", "豫"),
        "CN-HE": Tile(4, 6, "Hebei", "冀"),
        "CN-SD": Tile(4, 7, "Shandong", "鲁"),
        "CN-XZ": Tile(5, 1, "Tibet", "藏"),
        "CN-SC": Tile(5, 3, "Sichuan", "川"),
        "CN-CQ": Tile(5, 4, "Chongqing", "渝"),
        "CN-HB": Tile(5, 5, "Hubei", "鄂"),
        "CN-AH": Tile(5, 6, "Anhui", "皖"),
        "CN-JS": Tile(5, 7, "Jiangsu", "苏"),
        "CN-SH": Tile(5, 8, "Shanghai", "沪"),
        "CN-YN": Tile(6, 3, "Yunnan", "滇"),
        "CN-GZ": Tile(6, 4, "Guizhou", "黔"),
        "CN-HN": Tile(6, 5, "Hunan", "湘"),
        "CN-JX": Tile(6, 6, "Jiangxi", "赣"),
        "CN-ZJ": Tile(6, 7, "Zhejiang", "浙"),
        "CN-GX": Tile(7, 4, "Guangxi", "桂"),
        "CN-GD": Tile(7, 5, "Guangdong", "粤"),
        "CN-FJ": Tile(7, 6, "Fujian", "闽"),
        "CN-TW": Tile(7, 8, "Taiwan", "台"),
        "CN-HI": Tile(8, 4, "Hainan", "琼"),
        "CN-MO": Tile(8, 5, "Macao", "澳"),
        "CN-HK": Tile(8, 6, "Hong Kong", "港"),
    }
)
"""The 31 units of the mainland, Hong Kong, Macao and Taiwan."""

CLASSES = ((8, 4), (5, 3), (3, 2), (1, 1))
"""From so many policies on: the class of the tile."""


def tile_class(policies: int) -> int:
    """The class of a tile, 0 to 4, by its count: 1–2, 3–4, 5–7, 8 and more."""
    return next((name for least, name in CLASSES if policies >= least), 0)
