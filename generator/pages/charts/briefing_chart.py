"""The chart that belongs to a briefing: the one that shows its first figure."""

from generator.core.refs import Ref
from generator.pages.charts.chart import Chart
from generator.pages.charts.progress import progress_charts
from generator.pages.charts.targets_by_place import core_and_related
from generator.pages.sheet import Sheet


def briefing_chart(sheet: Sheet, figure: Ref) -> Chart | None:
    """What was reported beside the target, or else what other places state; or nothing."""
    found = sheet.site.library.targets.get(figure)
    if found is None:
        return None
    _, target = found
    progress = progress_charts(sheet, [figure])
    if progress:
        return progress[0]
    indicators = sheet.site.library.publication.indicators
    scopes = {one.id: one.scope for one in indicators if one.currency}
    is_compared = scopes.get(target.measures or "") in {"core", "related"}
    return core_and_related(sheet) if is_compared else None
