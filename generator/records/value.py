"""A number with what makes it a statement: comparator, unit, currency, scope."""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from generator.core.quantity import Comparator, Quantity
from generator.core.units import CURRENCIES, UNITS
from generator.records.fields import Number, Part, Text


def _listed(names: Any, kind: str) -> BeforeValidator:
    expected = ", ".join(sorted(names))

    def check(value: Any) -> Any:
        if not isinstance(value, str) or value not in names:
            raise PydanticCustomError(kind, "not listed", {"expected": expected})
        return value

    return BeforeValidator(check)


Unit = Annotated[str, _listed(UNITS, "unit")]
Currency = Annotated[str, _listed(CURRENCIES, "currency")]
Scope = Literal["core", "related", "overall", "unspecified"]
"""core: the industry proper; related: industries driven along; overall: both, or the whole."""

_BOUNDS = {Comparator.RANGE}
_NO_NUMBER = {Comparator.ASPIRATION}


class Value(Part):
    """What is promised or measured (schema:QuantitativeValue, schema:MonetaryAmount)."""

    comparator: Comparator
    """How the number is meant: `more-than` is never printed as `exactly`."""
    amount: Number | None = None
    """The number in whole units, all digits: `350000000000`, not `350 billion`."""
    min: Number | None = None
    """Lower end of a range."""
    max: Number | None = None
    """Upper end of a range."""
    unit: Unit | None = None
    """What is counted; leave it out for money."""
    currency: Currency | None = None
    """ISO 4217 code, for money."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        is_range = self.comparator in _BOUNDS
        if is_range and (self.min is None or self.max is None):
            raise PydanticCustomError("value-range", "a range needs min and max")
        if is_range and self.min > self.max:  # type: ignore[operator]
            raise PydanticCustomError("value-order", "min above max")
        if not is_range and (self.min is not None or self.max is not None):
            raise PydanticCustomError("value-bounds", "min and max without range")
        needs_number = not is_range and self.comparator not in _NO_NUMBER
        if needs_number and self.amount is None:
            raise PydanticCustomError("value-amount", "no amount")
        if (self.unit is None) == (self.currency is None):
            raise PydanticCustomError("value-unit", "unit or currency")
        return self

    @property
    def quantity(self) -> Quantity:
        """The value as the other rooms compute with it."""
        return Quantity(
            comparator=self.comparator,
            amount=self.amount,
            minimum=self.min,
            maximum=self.max,
            unit=self.unit,
            currency=self.currency,
        )


class Baseline(Part):
    """Where a target starts from."""

    value: Value
    """The value at the start."""
    as_written: Text | None = None
    """The number as the source writes it, in its language."""
    period: Text
    """The time it belongs to."""
