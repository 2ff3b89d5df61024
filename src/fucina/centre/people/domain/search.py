"""The directory's search: tolerant of accents and typos, exact numbers and addresses first, filtered by what one may see."""

import unicodedata
from typing import Any

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Concat
from django.db.models.lookups import GreaterThanOrEqual

from fucina.centre.people import ateco
from fucina.centre.people.domain.size_class import size_class_of
from fucina.centre.people.domain.visibility import visible_organisations, visible_persons
from fucina.centre.people.models import Contact, Membership, Organisation, Person, Site, SizeFigure
from fucina.centre.people.models.plain_text import Plain
from fucina.centre.people.rules import reads_all

MOST_WORDS = 6
EXACT = 100.0
ALIKE = 0.4
"""As in the database's functions."""
BEGINS, WITHIN = 3.0, 2.0


class Likeness(models.Func):
    """How much a word is like some word of a text, from 0 to 1."""

    function = "strict_word_similarity"
    output_field = models.FloatField()


def search_organisations(
    user: Any,
    words: str = "",
    kind: str = "",
    *,
    municipality: str = "",
    province: str = "",
    section: str = "",
    division: str = "",
    startup: bool | None = None,
    role: str = "",
    size: str = "",
) -> models.QuerySet[Organisation]:
    """Those the user may see that answer all that is asked, each with its ``rank``; the best first.

    ``section`` and ``division`` are ATECO's; ``role`` asks for organisations where somebody holds it today; ``size`` is a
    ``SizeClass`` by the latest own figures. Those two answer only to who may see members and figures.
    """
    found: Any = visible_organisations(user)
    words = words.replace("\x00", "")
    if kind:
        found = found.filter(kind=kind)
    if municipality or province:
        found = found.filter(Exists(_sites(municipality, province)))
    if division:
        found = found.filter(ateco__startswith=division)
    if section:
        found = found.filter(_of_section(section))
    if startup is not None:
        found = found.filter(startup=startup)
    if (role or size) and not sees_all(user):
        nobody: models.QuerySet[Organisation] = found.annotate(rank=Value(0.0)).none()
        return nobody
    if role:
        held = Membership.objects.on().filter(organisation=OuterRef("pk"), role=role)
        found = found.filter(Exists(held))
    if size:
        found = found.annotate(size_class=latest_size_class()).filter(size_class=size)
    ranked = _answering(found, "organisation", words, *_organisation_texts(user, words))
    answer: models.QuerySet[Organisation] = ranked.order_by("-rank", "name", "pk")
    return answer


def search_persons(
    user: Any,
    words: str = "",
    *,
    role: str = "",
    organisation: int | None = None,
    kind: str = "",
    municipality: str = "",
) -> models.QuerySet[Person]:
    """Those the user may see that answer all that is asked, each with its ``rank``; the best first.

    A role or an organisation counts if it holds today; a fiscal code finds only for who may read it.
    """
    found: Any = visible_persons(user)
    words = words.replace("\x00", "")
    if role:
        held = Membership.objects.on().filter(person=OuterRef("pk"), role=role)
        found = found.filter(Exists(held))
    if organisation is not None or kind or municipality:
        found = found.filter(_at(user, organisation, kind, municipality))
    address = words.strip().lower()
    exact: Any = Q(email=address)
    if sees_all(user):
        exact |= Exists(Contact.objects.filter(person=OuterRef("pk"), email=address))
    if user.has_perm("people.view_fiscal_code"):
        exact |= Q(fiscal_code="".join(words.split()).upper())
    ranked = _answering(found, "person", words, exact, F("search"))
    answer: models.QuerySet[Person] = ranked.order_by("-rank", "family_name", "given_name", "pk")
    return answer


def sees_all(user: Any) -> bool:
    return bool(user.is_superuser or reads_all(user))


def latest_size_class() -> Case:
    """Of the last year for which the organisation has figures."""
    latest = SizeFigure.objects.filter(organisation=OuterRef("pk")).order_by("-year")
    return size_class_of(
        Subquery(latest.values("headcount")[:1]),
        Subquery(latest.values("turnover")[:1]),
        Subquery(latest.values("balance_total")[:1]),
    )


def _organisation_texts(user: Any, words: str) -> tuple[Q, Any]:
    """What is an exact answer, and the text that words are compared with. Who does not see numbers and addresses must not
    find them out by searching: for them only names count."""
    if not sees_all(user):
        return Q(pk__in=[]), Plain(Concat("name", Value(" "), "name_en"))
    code, address = "".join(words.split()).upper(), words.strip().lower()
    exact = Q(vat_number=code) | Q(vat_number=code.removeprefix("IT")) | Q(fiscal_code=code)
    return exact | Q(email=address) | Q(certified_email=address), F("search")


def _answering(found: Any, table: str, words: str, exact: Q, text: Any) -> Any:
    """Filtered by every word, and annotated with how well it answers."""
    asked = plain(words).split()[:MOST_WORDS]
    if not asked:
        return found.annotate(rank=Value(0.0, models.FloatField()))
    found, fits = found.annotate(searched=text), Q()
    for word in asked:
        if "@" in word:  # addresses are all alike: one is meant as it is written
            fits &= Q(searched__contains=word)
            continue
        # The function searches by index, in all records: what may be seen is filtered around it.
        fits &= Q(pk__in=RawSQL(f"SELECT fucina_{table}_like(%s)", [word]))  # noqa: S611
        if not isinstance(text, F):
            fits &= Q(searched__contains=word) | Q(
                GreaterThanOrEqual(Likeness(Value(word), text), ALIKE)
            )
    known = Case(When(exact, then=Value(EXACT)), default=Value(0.0), output_field=models.FloatField())  # fmt: skip
    rank: Any = known
    for word in asked:
        rank = rank + _rank(word)
    return found.filter(fits | exact).annotate(rank=rank)


def _rank(word: str) -> Any:
    begins = Q(searched__startswith=word) | Q(searched__contains=f" {word}")
    part = Case(
        When(begins, then=Value(BEGINS)),
        When(searched__contains=word, then=Value(WITHIN)),
        default=Value(0.0),
        output_field=models.FloatField(),
    )
    return part + Likeness(Value(word), F("searched"))


def _sites(municipality: str, province: str) -> models.QuerySet[Site]:
    sites = Site.objects.filter(organisation=OuterRef("pk"))
    if municipality:
        sites = sites.filter(municipality__iexact=municipality)
    return sites.filter(province=province.upper()) if province else sites


def _of_section(section: str) -> Q:
    wanted = Q(ateco=section)
    for division in ateco.divisions_of(section):
        wanted |= Q(ateco__startswith=division)
    return wanted


def _at(user: Any, organisation: int | None, kind: str, municipality: str) -> Q:
    """With a role or as a contact there, today; contacts count only for who may see them."""
    where: dict[str, Any] = {}
    if organisation is not None:
        where["organisation"] = organisation
    if kind:
        where["organisation__kind"] = kind
    if municipality:
        where["organisation__sites__municipality__iexact"] = municipality
    person = {"person": OuterRef("pk")}
    held = Q(Exists(Membership.objects.on().filter(**person, **where)))
    if sees_all(user):
        held |= Q(Exists(Contact.objects.on().filter(**person, **where)))
    return held


def plain(text: str) -> str:
    """As the database keeps searched text: lower case, no accents."""
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
