"""SQL that is kept says what Django would say each time."""

import threading

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.test.utils import CaptureQueriesContext

from fucina.centre.people.models import Membership, Organisation, Person
from fucina.centre.prepared import AnyGiven, Given, Prepared, insert, insert_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def three() -> list[Organisation]:
    return [
        Organisation.objects.create(name=f"Officina {n}", kind="company", listed=n != 2)
        for n in range(3)
    ]


def test_rows_are_those_of_what_is_given(three: list[Organisation]) -> None:
    named = Prepared[Organisation](lambda: Organisation.objects.filter(name=Given("name")))

    assert named.rows(name="Officina 0") == [three[0]]
    assert named.rows(name="Officina 1") == [three[1]]
    assert named.rows(name="100 % d'altri") == []


def test_any_of_several_and_none_of_none(three: list[Organisation]) -> None:
    some = Prepared[int](
        lambda: Organisation.objects.filter(pk=AnyGiven("numbers")).values_list("pk", flat=True)
    )

    assert sorted(some.rows(numbers=[three[0].pk, three[2].pk])) == [three[0].pk, three[2].pk]
    assert some.rows(numbers=[]) == []


def test_nothing_given_is_nothing_found(three: list[Organisation]) -> None:
    """As in SQL: not even what is empty."""
    emailed = Prepared[Organisation](lambda: Organisation.objects.filter(key=Given("key")))

    assert emailed.rows(key=None) == []


def test_relations_come_along(three: list[Organisation]) -> None:
    person = Person.objects.create(given_name="Ada")
    Membership.objects.create(person=person, organisation=three[0], role="company_member")
    with_person = Prepared[Membership](
        lambda: (
            Membership.objects.select_related("person")
            .filter(organisation=Given("organisation"))
            .annotate(of=models.F("organisation__name"))
        )
    )

    for _time in range(2):
        with CaptureQueriesContext(connection) as asked:
            (found,) = with_person.rows(organisation=three[0].pk)
            said = (found.person.given_name, vars(found)["of"])

        assert said == ("Ada", "Officina 0")
        assert len(asked) == 1


def test_written_once(three: list[Organisation]) -> None:
    times = []

    def write() -> models.QuerySet[Organisation]:
        times.append(1)
        return Organisation.objects.filter(listed=Given("listed"))

    listed = Prepared[Organisation](write)
    found = [len(listed.rows(listed=value)) for value in (True, False, True)]

    assert (found, len(times)) == ([2, 1, 2], 1)


@pytest.mark.django_db(transaction=True)
def test_every_thread_asks_on_its_own_connection(three: list[Organisation]) -> None:
    named = Prepared[Organisation](lambda: Organisation.objects.filter(name=Given("name")))
    assert named.rows(name="Officina 0") == [three[0]]
    found: list[list[Organisation]] = []

    def ask() -> None:
        found.append(named.rows(name="Officina 1"))
        connection.close()

    other = threading.Thread(target=ask)
    other.start()
    other.join()

    assert found == [[three[1]]]


def test_inserted_rows_are_what_saving_would_have_written(three: list[Organisation]) -> None:
    def ada() -> Person:
        return Person(given_name="Ada", family_name="100 % d'altri", language="it")

    saved, inserted = ada(), [ada(), ada()]
    saved.save()

    with CaptureQueriesContext(connection) as asked:
        insert(inserted)
    insert([])

    own = {"id", "created", "updated"}
    fields = [f.name for f in Person._meta.concrete_fields if f.name not in own]
    stored = Person.objects.filter(pk__in=[one.pk for one in inserted])
    assert len(asked) == 1
    assert stored.values(*fields)[0] == Person.objects.filter(pk=saved.pk).values(*fields)[0]
    assert [one.pk for one in stored.order_by("pk")] == [one.pk for one in inserted]
    assert [one.events.count() for one in inserted] == [1, 1]
    inserted[0].given_name = "Bea"
    inserted[0].save()
    assert Person.objects.filter(given_name="Bea").count() == 1


def test_what_the_database_forbids_is_not_inserted(three: list[Organisation]) -> None:
    twins = [Organisation(name=f"Gemella {n}", kind="company", key="gemella") for n in range(2)]

    with pytest.raises(IntegrityError), transaction.atomic():
        insert(twins)

    assert not Organisation.objects.filter(key="gemella").exists()


def test_a_row_and_those_that_refer_to_it_are_inserted_at_once(three: list[Organisation]) -> None:
    ada = Person(given_name="Ada", family_name="100 % d'altri", language="it")
    roles = [Membership(person=ada, organisation=one, role="company_member") for one in three]

    with CaptureQueriesContext(connection) as asked:
        insert_with(ada, roles, "person")

    assert len(asked) == 1
    assert Person.objects.get(family_name="100 % d'altri") == ada
    stored = Membership.objects.filter(person=ada).order_by("pk")
    assert [one.pk for one in stored] == [one.pk for one in roles]
    assert [one.organisation for one in stored] == three
    assert {(one.person_id, one.person) for one in roles} == {(ada.pk, ada)}
    assert (ada.events.count(), [one.events.count() for one in roles]) == (1, [1, 1, 1])


def test_with_none_that_refer_to_it_a_row_is_inserted_alone(three: list[Organisation]) -> None:
    ada = Person(given_name="Ada", language="it")

    insert_with(ada, [], "person")

    assert Person.objects.get(pk=ada.pk).given_name == "Ada"


def test_neither_is_inserted_where_one_is_forbidden(three: list[Organisation]) -> None:
    ada = Person(given_name="Ada", family_name="Sola", language="it")
    backwards = Membership(
        person=ada, organisation=three[0], role="company_member",
        valid_from="2027-01-02", valid_until="2027-01-01",
    )  # fmt: skip

    with pytest.raises(IntegrityError), transaction.atomic():
        insert_with(ada, [backwards], "person")

    assert not Person.objects.filter(family_name="Sola").exists()
