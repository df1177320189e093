"""Rules about links that lead somewhere but make no sense, and about records nobody names."""

from collections.abc import Iterator

from generator.core.problems import Severity
from generator.core.refs import Ref
from generator.core.suggest import did_you_mean, one_of
from generator.library.facts import Facts
from generator.library.library import Library
from generator.rules.registry import Finding, rule


@rule("reference.unused-source", Severity.WARNING, of_whole=True)
def sources_are_cited(library: Library, _: Facts) -> Iterator[Finding]:
    """Every source is cited by a record.

    A source that carries nothing is either left over or its evidence was forgotten.

    Wrong:
        -- sources/newspaper.yml --
        id: newspaper
        title: {en: A story}
        type: article-newspaper
        publisher: Daily Nowhere
        language: en
        read: full
        reliability: medium

    Right:
        -- sources/newspaper.yml --
        id: newspaper
        title: {en: A story}
        type: article-newspaper
        publisher: Daily Nowhere
        language: en
        read: full
        reliability: medium
        -- terms/plan.yml --
        id: plan
        title: {en: plan}
        definition: What a government sets out to do.
        evidence:
          - source: newspaper
    """
    for entry in library.sources:
        if not library.links_to(entry.ref):
            message = f"no record cites the source `{entry.record.id}`"
            yield Finding(entry.span("id"), message, "cite it, or remove the file")


@rule("reference.unused-topic", Severity.WARNING, of_whole=True)
def topics_are_used(library: Library, _: Facts) -> Iterator[Finding]:
    """Every topic is named by at least one other record.

    An empty topic page looks like a mistake to readers.

    Wrong:
        -- topics/holography.yml --
        id: holography
        title: {en: Holography}
        scheme: technology

    Right:
        -- topics/holography.yml --
        id: holography
        title: {en: Holography}
        scheme: technology
        -- terms/hologram.yml --
        id: hologram
        title: {en: hologram}
        definition: A picture with depth.
        topic: holography
    """
    for entry in library.topics:
        if not library.links_to(entry.ref):
            message = f"no record names the topic `{entry.record.id}`"
            yield Finding(entry.span("id"), message, "name it, or remove the file")


@rule("reference.unknown-indicator")
def indicators_are_listed(library: Library, _: Facts) -> Iterator[Finding]:
    """What a target or observation `measures` is listed in `publication.yml`.

    Only listed indicators have a unit and a scope, so that they can be compared.

    Wrong:
        -- observations/parks-2024.yml --
        id: parks-2024
        title: {en: Parks in Nowhere}
        measures: gardens
        value: {comparator: exactly, amount: 8, unit: parks}
        as_written: 8个
        period: 2024
        method: measured
        evidence:
          - source: gazette

    Right:
        -- observations/parks-2024.yml --
        id: parks-2024
        title: {en: Parks in Nowhere}
        value: {comparator: exactly, amount: 8, unit: parks}
        as_written: 8个
        period: 2024
        method: measured
        evidence:
          - source: gazette
    """
    known = {indicator.id for indicator in library.publication.indicators}
    named = [
        (entry, ("measures",), entry.record.measures) for entry in library.observations
    ] + [
        (entry, ("targets", index, "measures"), target.measures)
        for entry in library.policies
        for index, target in enumerate(entry.record.targets)
    ]
    for entry, loc, name in named:
        if name is not None and name not in known:
            advice = did_you_mean(name, known) or f"use {one_of(known)}"
            advice = advice if known else "list it in content/publication.yml"
            message = f"`publication.yml` lists no indicator `{name}`"
            yield Finding(entry.span(*loc), message, advice)


@rule("reference.parent-loop")
def places_end_somewhere(library: Library, _: Facts) -> Iterator[Finding]:
    """A place does not lie in itself, and neither does an organization or a topic.

    Wrong:
        -- places/nowhere.yml --
        id: nowhere
        title: {en: Nowhere}
        level: national
        parent: nowhere

    Right:
        -- places/nowhere.yml --
        id: nowhere
        title: {en: Nowhere}
        level: national
    """
    parents: dict[Ref, tuple[str, Ref]] = {}
    for places in library.places:
        if places.record.parent:
            parents[places.ref] = ("parent", places.record.parent)
    for bodies in library.organizations:
        if bodies.record.parent:
            parents[bodies.ref] = ("parent", bodies.record.parent)
    for topics in library.topics:
        if topics.record.broader:
            parents[topics.ref] = ("broader", topics.record.broader)
    for ref, (field, parent) in sorted(parents.items()):
        if _leads_back(ref, parents):
            span = library.entries[ref].span(field)
            yield Finding(
                span,
                f"`{ref.id}` lies in itself by way of `{parent.id}`",
                f"name what is around it, or leave `{field}` out",
            )


def _leads_back(ref: Ref, parents: dict[Ref, tuple[str, Ref]]) -> bool:
    seen: set[Ref] = set()
    at = ref
    while at in parents and at not in seen:
        seen.add(at)
        at = parents[at][1]
    return at == ref and ref in parents


@rule("reference.self")
def relations_lead_elsewhere(library: Library, _: Facts) -> Iterator[Finding]:
    """A policy has no relation to itself.

    Wrong:
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        place: nowhere
        issuers: [{organization: office}]
        status: issued
        evidence: [{source: gazette}]
        relations:
          - {type: follows, target: second, certainty: derived}

    Right:
        -- policies/second.yml --
        id: second
        title: {en: Second plan}
        type: plan
        place: nowhere
        issuers: [{organization: office}]
        status: issued
        evidence: [{source: gazette}]
        relations:
          - {type: follows, target: smallest, certainty: derived}
    """
    for entry in library.policies:
        for index, relation in enumerate(entry.record.relations):
            if relation.target == entry.ref:
                span = entry.span("relations", index, "target")
                message = "the policy has a relation to itself"
                yield Finding(span, message, "name the other policy")


@rule("identity.former-id-in-use")
def former_ids_are_free(library: Library, _: Facts) -> Iterator[Finding]:
    """An id that a record had before is not the id of another record of its kind.

    An id is never used again: old links would lead to something else.

    Wrong:
        -- places/nowhere.yml --
        id: nowhere
        title: {en: Nowhere}
        level: national
        former_ids: [somewhere]
        -- places/somewhere.yml --
        id: somewhere
        title: {en: Somewhere}
        level: national

    Right:
        -- places/nowhere.yml --
        id: nowhere
        title: {en: Nowhere}
        level: national
        former_ids: [elsewhere]
        -- places/somewhere.yml --
        id: somewhere
        title: {en: Somewhere}
        level: national
    """
    owners: dict[Ref, Ref] = {entry.ref: entry.ref for entry in library}
    for entry in library:
        for index, former in enumerate(entry.record.former_ids):
            owner = owners.setdefault(Ref(entry.ref.kind, former), entry.ref)
            if owner != entry.ref or former == entry.record.id:
                span = entry.span("former_ids", index)
                message = f"the id `{former}` belongs to `{owner}`"
                yield Finding(span, message, "an id is never used again: remove it")
