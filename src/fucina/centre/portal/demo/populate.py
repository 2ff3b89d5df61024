"""Fills an empty platform with the demonstration; a platform that has it already is left alone."""

from django.db import transaction

from fucina.centre.people.models import Organisation, User
from fucina.centre.portal.demo.agreement import record_demo_agreement
from fucina.centre.portal.demo.cast import ADDRESS, UNIVERSITY, cast_people, engage_director
from fucina.centre.portal.demo.firms import engage_members, record_firms
from fucina.centre.portal.demo.laboratories import open_laboratories
from fucina.centre.portal.demo.prices import dispute_a_charge, price_machines
from fucina.centre.portal.demo.records import names
from fucina.centre.portal.demo.staff import engage_staff


@transaction.atomic
def populate() -> bool:
    """Whether anything was written."""
    if User.objects.filter(email=ADDRESS.format("director")).exists():
        return False
    names_left = names()
    director = engage_director(next(names_left))
    firms = record_firms(names_left, by=director)
    record_demo_agreement(by=director)
    cast_people(names_left, firms[0], by=director)
    engage_staff(names_left, by=director)
    payers = [firms[0], Organisation.objects.get(key=UNIVERSITY), *firms[1:3]]
    engage_members(firms[1:3], by=director)
    projects = price_machines(payers, by=director)
    open_laboratories(projects, by=director)
    dispute_a_charge(projects[0])
    return True
