"""The tile map of China."""

from generator.pages.tiles import TILES, tile_class

# ISO 3166-2:CN, all units at province level, by hand.
UNITS = {
    "AH",
    "BJ",
    "CQ",
    "FJ",
    "GD",
    "GS",
    "GX",
    "GZ",
    "HA",
    "HB",
    "HE",
    "HI",
    "HK",
    "HL",
    "HN",
    "JL",
    "JS",
    "JX",
    "LN",
    "MO",
    "NM",
    "NX",
    "QH",
    "SC",
    "SD",
    "SH",
    "SN",
    "SX",
    "TJ",
    "TW",
    "XJ",
    "XZ",
    "YN",
    "ZJ",
}


def test_every_unit_has_one_place_of_its_own() -> None:
    """All 34 units of ISO 3166-2 are drawn, no two in the same square."""
    assert {code.removeprefix("CN-") for code in TILES} == UNITS
    assert len({(tile.row, tile.column) for tile in TILES.values()}) == len(TILES)


def test_classes_follow_the_key() -> None:
    """0, 1–2, 3–4, 5–7, 8 and more, as the caption says."""
    counts = [0, 1, 2, 3, 4, 5, 7, 8, 40]
    assert [tile_class(one) for one in counts] == [0, 1, 1, 2, 2, 3, 3, 4, 4]
