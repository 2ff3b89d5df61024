"""The study's data model, one noun per file; units, bounds and descriptions live here."""

from fucina.study.schema.activity import Activity
from fucina.study.schema.archetype import Archetype
from fucina.study.schema.attribute import Attribute
from fucina.study.schema.correlation import Correlation
from fucina.study.schema.course import Course
from fucina.study.schema.criterion import Criterion
from fucina.study.schema.dataset import Dataset, Municipality, Zone
from fucina.study.schema.degree import Degree
from fucina.study.schema.figure import Figure
from fucina.study.schema.form import Body, Form
from fucina.study.schema.funding import Funding
from fucina.study.schema.gate import Condition, Gate
from fucina.study.schema.location import Location
from fucina.study.schema.machine import Machine
from fucina.study.schema.milestone import Milestone
from fucina.study.schema.nouns import NOUNS, Noun
from fucina.study.schema.owner import Owner
from fucina.study.schema.parameter import DEFAULTS, PARAMETERS, Parameter
from fucina.study.schema.post import Post
from fucina.study.schema.reference import Reference
from fucina.study.schema.risk import Risk
from fucina.study.schema.seat import Seat
from fucina.study.schema.segment import Segment
from fucina.study.schema.service import Service
from fucina.study.schema.source import Source
from fucina.study.schema.space import Space, SpaceKind
from fucina.study.schema.stakeholder import Stakeholder, WeightStatement
from fucina.study.schema.strategy import Strategy
from fucina.study.schema.study import Header, Study
from fucina.study.schema.travel_time import TravelTime
from fucina.study.schema.use import Use

__all__ = [
    "DEFAULTS",
    "NOUNS",
    "PARAMETERS",
    "Activity",
    "Archetype",
    "Attribute",
    "Body",
    "Condition",
    "Correlation",
    "Course",
    "Criterion",
    "Dataset",
    "Degree",
    "Figure",
    "Form",
    "Funding",
    "Gate",
    "Header",
    "Location",
    "Machine",
    "Milestone",
    "Municipality",
    "Noun",
    "Owner",
    "Parameter",
    "Post",
    "Reference",
    "Risk",
    "Seat",
    "Segment",
    "Service",
    "Source",
    "Space",
    "SpaceKind",
    "Stakeholder",
    "Strategy",
    "Study",
    "TravelTime",
    "Use",
    "WeightStatement",
    "Zone",
]
