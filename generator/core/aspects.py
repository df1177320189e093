"""What a reference in a text can ask of a record: `[[target: cn-vr-2022#devices | deadline]]`."""

from collections.abc import Mapping
from types import MappingProxyType

ASPECTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "count": frozenset(
            {
                "interpretations",
                "issuers",
                "measures",
                "responsible",
                "safeguards",
                "special-projects",
                "targets",
                "tasks",
            }
        ),
        "target": frozenset({"amount", "deadline", "state", "as-written", "indicator"}),
        "observation": frozenset({"amount", "period", "method", "as-written"}),
    }
)
"""By the word before the colon; after other words stands a locator or the words of a link."""
