"""How long a list in a record is: `[[count: cn-vr-2022 | issuers]]`.

Where a policy states the number of its tasks, measures or projects, that number holds, since the
list of tasks in our words can be shorter.
"""

from generator.core.aspects import ASPECTS
from generator.core.refs import Ref
from generator.library.library import Library
from generator.records.policy import Policy


def count_of(library: Library, ref: Ref, what: str) -> int:
    """The length of a list of a policy or of one of its targets; 0 where it has no such list."""
    if what not in ASPECTS["count"]:
        return 0
    field = what.replace("-", "_")
    if ref.part:
        return len(getattr(library.targets[ref][1], field, ()))
    policy = library.get(ref, Policy)
    stated = getattr(policy.structure, field, None)
    return len(getattr(policy, field, ())) if stated is None else stated
