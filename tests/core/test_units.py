"""The closed list of units."""

from generator.core.units import CURRENCIES, UNITS, UnitKind


def test_money_is_apart_from_what_is_counted() -> None:
    """A currency is no unit: records name one or the other."""
    assert not set(UNITS) & set(CURRENCIES)
    assert {unit.kind for unit in CURRENCIES.values()} == {UnitKind.MONEY}
    assert UnitKind.MONEY not in {unit.kind for unit in UNITS.values()}


def test_units_are_sorted_and_have_both_words() -> None:
    """Every unit stands under its own id and can be said in singular and plural."""
    for units in (UNITS, CURRENCIES):
        assert list(units) == sorted(units)
        assert [unit.id for unit in units.values()] == list(units)
    silent = [unit.id for unit in UNITS.values() if not (unit.singular and unit.plural)]
    assert silent == ["qualitative"]


def test_irregular_plurals_are_written_out() -> None:
    """English plurals that a rule would get wrong."""
    plurals = {unit_id: UNITS[unit_id].plural for unit_id in ("companies", "people")}
    assert plurals == {"companies": "companies", "people": "people"}
    assert UNITS["people"].singular == "person"
    assert UNITS["centres"].plural == "centres"
