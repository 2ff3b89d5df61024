"""The study's data model, one noun per file; units, bounds and descriptions live here."""

from fucina.study.schema.activity import Activity
from fucina.study.schema.attribute import Attribute
from fucina.study.schema.course import Course
from fucina.study.schema.criterion import Criterion
from fucina.study.schema.dataset import Dataset, Municipality, Zone
from fucina.study.schema.figure import Figure
from fucina.study.schema.form import Form
from fucina.study.schema.location import Location
from fucina.study.schema.machine import Machine
from fucina.study.schema.milestone import Milestone
from fucina.study.schema.nouns import NOUNS, Noun
from fucina.study.schema.owner import Owner
from fucina.study.schema.parameter import Parameter
from fucina.study.schema.reference import Reference
from fucina.study.schema.risk import Risk
from fucina.study.schema.seat import Seat
from fucina.study.schema.service import Service
from fucina.study.schema.source import Source
from fucina.study.schema.stakeholder import Stakeholder, WeightStatement
from fucina.study.schema.strategy import Strategy
from fucina.study.schema.study import Header, Study

__all__ = [
    "NOUNS",
    "Activity",
    "Attribute",
    "Course",
    "Criterion",
    "Dataset",
    "Figure",
    "Form",
    "Header",
    "Location",
    "Machine",
    "Milestone",
    "Municipality",
    "Noun",
    "Owner",
    "Parameter",
    "Reference",
    "Risk",
    "Seat",
    "Service",
    "Source",
    "Stakeholder",
    "Strategy",
    "Study",
    "WeightStatement",
    "Zone",
]
