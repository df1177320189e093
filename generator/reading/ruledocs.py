"""Documentation of the refusals of this room."""

from generator.core.ruledocs import RuleDoc
from generator.reading.ruledocs_files import ENCODING, FILES
from generator.reading.ruledocs_narrative import NARRATIVES
from generator.reading.ruledocs_syntax import SYNTAX

RULES: tuple[RuleDoc, ...] = (*ENCODING, *FILES, *NARRATIVES, *SYNTAX)
