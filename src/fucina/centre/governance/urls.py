from django.urls import path

from fucina.centre.governance import views

app_name = "governance"
urlpatterns = [
    path("", views.agreements, name="agreements"),
    path("new/", views.record_agreement, name="record_agreement"),
    path("organisations/", views.find_organisations, name="find_organisations"),
    path("my-institution/", views.my_institution, name="my_institution"),
    path("contributions/", views.contributions, name="contributions"),
    path("contributions/<int:promise>/", views.contribution, name="contribution"),
    path("contributions/<int:promise>/given/", views.record_given, name="record_given"),
    path("contributions/<int:promise>/release/", views.release_promise, name="release_promise"),
    path("given/<int:given>/strike/", views.strike_given, name="strike_given"),
    path("contributions.<str:ending>", views.export_contributions, name="export_contributions"),
    path("quotas/", views.quotas, name="quotas"),
    path("quotas/<int:quota>/end/", views.end_quota, name="end_quota"),
    path("parties/<int:party>/leave/", views.leave, name="leave"),
    path("obligations/<int:obligation>/settle/", views.settle_obligation, name="settle_obligation"),
    path("documents/<int:document>/", views.document, name="document"),
    path("documents/<int:document>/publish/", views.publish_document, name="publish_document"),
    path("<int:agreement>/", views.agreement, name="agreement"),
    path("<int:agreement>/change/", views.change_agreement, name="change_agreement"),
    path("<int:agreement>/parties/", views.add_party, name="add_party"),
    path("<int:agreement>/obligations/", views.record_obligation, name="record_obligation"),
    path("<int:agreement>/documents/", views.attach_document, name="attach_document"),
    path("<int:agreement>/contributions/", views.promise_contribution, name="promise_contribution"),
    path("<int:agreement>/quotas/", views.record_quota, name="record_quota"),
]
