"""The words that readers see for the terms of the records."""

from collections.abc import Mapping

from generator.library.aggregates import Reason
from generator.library.clock import Result

STATUS: Mapping[Result, str] = {
    Result.AHEAD: "Deadline ahead",
    Result.DUE: "Due within 90 days",
    Result.PASSED: "Deadline passed, no result found",
    Result.UNSEARCHED: "Deadline passed, result not yet looked for",
    Result.MET: "Met",
    Result.PARTLY: "Partly met",
    Result.NOT_MET: "Not met",
    Result.UNCLEAR: "Unclear",
    Result.UNDATED: "No deadline stated",
}
STATUS_SHORT: Mapping[Result, str] = {
    **STATUS,
    Result.PASSED: "No result found",
    Result.UNSEARCHED: "Not yet looked for",
}

CERTAINTY: Mapping[str, str] = {
    "confirmed": "confirmed",
    "reported": "reported by one source",
    "disputed": "disputed",
    "derived": "derived",
}
COMMITMENT: Mapping[str, str] = {
    "in-law": "in law",
    "in-policy-document": "in a policy document",
    "announced": "announced",
    "proposed": "proposed in a draft",
}
SCOPE: Mapping[str, str] = {
    "core": "core industry",
    "related": "related industries",
    "overall": "core and related together",
    "unspecified": "",
}
METHOD: Mapping[str, str] = {
    "measured": "measured",
    "estimate": "estimate",
    "forecast": "forecast",
    "derived": "derived by us",
}
RESOLUTION: Mapping[str, str] = {
    "preferred": "one reading preferred",
    "explained": "explained",
    "open": "not resolved",
}
VERDICT: Mapping[str, str] = {
    "confirmed": "Confirmed",
    "corrected": "Corrected",
    "partly": "Partly right",
    "unconfirmed": "Unconfirmed",
    "misplaced": "True, but out of place",
}
POLICY_STATUS: Mapping[str, str] = {
    "draft": "draft",
    "consultation": "consultation draft",
    "planned": "planned",
    "issued": "issued",
    "adopted": "adopted",
    "in-force": "in force",
    "ended": "ended",
    "superseded": "superseded",
    "withdrawn": "withdrawn",
    "unknown": "status unknown",
}
POLICY_TYPE: Mapping[str, str] = {
    "law": "Law",
    "regulation": "Regulation",
    "plan": "Plan",
    "action-plan": "Action plan",
    "guidance": "Guidance",
    "opinions": "Opinions",
    "notice": "Notice",
    "measures": "Measures",
    "strategy": "Strategy",
    "standard": "Standard",
    "standards-body": "Standards body",
    "fund": "Fund",
    "funding-call": "Funding call",
    "initiative": "Initiative",
    "recommendation": "Recommendation",
    "work-programme": "Work programme",
    "work-report": "Work report",
}
LEVEL: Mapping[str, str] = {
    "supranational": "supranational",
    "national": "national",
    "provincial": "provincial",
    "municipal": "municipal",
    "district": "district",
    "zone": "zone",
}
RELATION: Mapping[str, tuple[str, str]] = {
    "implements": ("Implements", "Implemented by"),
    "follows": ("Follows", "Followed by"),
    "supersedes": ("Supersedes", "Superseded by"),
    "amends": ("Amends", "Amended by"),
    "responds-to": ("Responds to", "Answered by"),
    "cites": ("Cites", "Cited by"),
    "accompanies": ("Accompanies", "Accompanied by"),
    "parallel-to": ("Parallel to", "Parallel to"),
    "part-of": ("Part of", "Contains"),
}
"""How a relation reads from its own end and from the other."""
SCHEME: Mapping[str, str] = {
    "technology": "Technologies",
    "industry": "Industries",
    "theme": "Themes",
}
REVIEW: Mapping[str, str] = {
    "drafted": "Drafted, not yet reviewed",
    "reviewed": "Reviewed",
    "second-reviewed": "Reviewed twice",
}
REVIEW_IN_SHORT: Mapping[str, str] = {
    "drafted": "not yet reviewed",
    "reviewed": "reviewed",
    "second-reviewed": "reviewed twice",
}
REVIEWED_BEFORE = "changed since its review"
REVIEW_OUTDATED = "Changed since its review, so a draft again"
REVIEW_MACHINE = "Drafted by a program, not yet reviewed"
RELIABILITY: Mapping[str, str] = {
    "high": "",
    "medium": "Reliability medium",
    "low": "Reliability low",
}
STANCE: Mapping[str, str] = {
    "supports": "",
    "contradicts": "It says otherwise",
    "context": "It gives background",
}
LANGUAGE: Mapping[str, str] = {
    "en": "English",
    "zh-Hans": "Chinese (simplified)",
    "zh-Hant": "Chinese (traditional)",
    "ko": "Korean",
    "ja": "Japanese",
    "ar": "Arabic",
    "fr": "French",
    "fi": "Finnish",
    "de": "German",
    "ru": "Russian",
}
ORGANIZATION: Mapping[str, str] = {
    "ministry": "Ministry",
    "agency": "Agency",
    "party-body": "Party body",
    "government": "Government",
    "local-government": "Local government",
    "local-department": "Local department",
    "research-institute": "Research institute",
    "association": "Association",
    "company": "Company",
    "international-body": "International body",
    "standards-body": "Standards body",
    "university": "University",
}
KIND: Mapping[str, str] = {
    "briefings": "Briefings",
    "claims": "Statements checked",
    "conflicts": "Conflicts",
    "events": "Events",
    "observations": "Observations",
    "organizations": "Organizations",
    "places": "Places",
    "policies": "Policies",
    "sources": "Sources",
    "terms": "Glossary",
    "topics": "Topics",
}
GAP: Mapping[str, str] = {
    "document-number": "no document number",
    "day": "no day of publication",
    "issuers": "issuer unknown",
    "summary": "no summary",
    "targets": "states no target",
    "unverified": "not verified",
    "published": "no date of publication",
    "accessed": "day of reading not recorded",
    "url": "no address",
    "doubtful-host": "host doubtful, not linked",
    "archive": "no archived copy",
    "capture": "no hash of the copy that was read",
    "excerpt": "read in part",
    "value": "no number",
    "definition": "no definition",
    "open": "not resolved",
    "evidence": "no source of its own",
    "place": "no place",
    "code": "no official code",
    "checked": "day of last check not recorded",
    "review": "not reviewed",
}
"""What a record lacks (library/gaps.py)."""
REASON: Mapping[Reason, str] = {
    Reason.TOO_FEW: "there is only one target",
    Reason.INDICATORS: "they count different things",
    Reason.SCOPES: "scopes differ",
    Reason.MEASURES: "units or currencies differ",
    Reason.COMPARATORS: "comparators differ",
    Reason.PERIODS: "deadlines differ",
    Reason.NO_AMOUNT: "one states no amount",
    Reason.NO_SUM: "shares, ranks and multiples have no sum",
    Reason.DISPUTED: "one value is disputed",
    Reason.NESTED: "one place lies within another",
}
"""Why nothing is added up or ranked (library/aggregates.py)."""
