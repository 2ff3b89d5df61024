import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fucina.methods.errors import MethodError
from fucina.methods.network import reference_class_uplift

overruns = st.lists(st.floats(-0.9, 5), min_size=1, max_size=30)


def test_uplift_is_the_quantile_of_the_class():
    seen = np.linspace(0.0, 1.0, 101)

    uplift = reference_class_uplift(seen, 0.2)

    assert uplift.share.value == pytest.approx(0.8)
    assert uplift.share.se == pytest.approx((0.8 * 0.2 / 101) ** 0.5, rel=0.1)
    assert uplift.apply([100, 10]).tolist() == pytest.approx([180, 18])


@settings(deadline=None, max_examples=50)
@given(overruns, st.floats(0, 1))
def test_no_more_than_the_accepted_share_exceeds_the_uplift(seen, risk):
    uplift = reference_class_uplift(seen, risk).share.value

    assert np.mean(np.array(seen) > uplift) <= risk + 1e-9


@settings(deadline=None, max_examples=50)
@given(overruns, st.floats(0, 1), st.floats(0, 1))
def test_less_risk_never_needs_less_uplift(seen, one, other):
    low, high = sorted((one, other))

    assert (
        reference_class_uplift(seen, low).share.value
        >= reference_class_uplift(seen, high).share.value
    )


@pytest.mark.parametrize(
    ("seen", "risk", "culprit"),
    [([-1.0], 0.2, "overruns"), ([], 0.2, "overruns"), ([0.1], 2, "risk")],
)
def test_impossible_class_is_refused(seen, risk, culprit):
    with pytest.raises(MethodError, match=culprit):
        reference_class_uplift(seen, risk)
