"""The money of all combinations in loops compiled by Numba; ``plain`` says the same in NumPy."""

from typing import Any

import numpy as np

from fucina.methods.compiled import kernel

WIDTH = 256  # draws in flight: everything about them fits the first caches
COMMERCIAL, MEMBERSHIP, COMPETITIVE, RUNNING, RENEWAL, BENEFIT = 0, 1, 2, 3, 4, 5
BUCKETS = 5  # income (commercial and membership), competitive, running, renewal, benefit
INCOME, WON, RUN, RENEW, GAIN = 0, 1, 2, 3, 4
WORKS = 2.0
TAIL = 2
TINY = 1e-300
SAFE = 1e-9  # years past full growth from which a level is exactly 1 whatever the rounding


@kernel
def _gather(
    bucket: Any, used: Any, lines: Any, rows: Any, place: Any, at: int, w: int, pull: Any, spread: Any, members: Any
) -> None:  # fmt: skip
    """What the lines come to at this site and form, summed where they start and grow alike."""
    wanted, ceiling, pulled, kind = rows
    bucket[:] = 0.0
    used[:] = False
    for line in range(lines[0], lines[1]):
        p, k = place[line], kind[line]
        b = 0 if k <= MEMBERSHIP else k - 1
        used[p, b] = True
        for j in range(w):
            amount = wanted[line, at + j]
            if pulled[line]:
                amount *= pull[at + j]
            amount = amount if amount < ceiling[line, at + j] else ceiling[line, at + j]
            if k == RUNNING:
                amount *= spread[at + j]
            elif k == MEMBERSHIP:
                amount *= members[at + j]
            bucket[p, b, j] += amount


@kernel
def _give(capital: Any, sources: Any, at: int, w: int, paid: Any, in_kind: Any) -> None:
    """The grants towards the investment: what is paid with it (0), one and two years later (1, 2)."""
    share, amount, granted, advance, interim, things = sources
    paid[:] = 0.0
    in_kind[:] = 0.0
    for j in range(w):
        total = 0.0
        for k in range(share.shape[0]):
            asked = share[k, at + j] * capital[j]
            gift = asked if asked < amount[k, at + j] else amount[k, at + j]
            total += granted[k, at + j] * gift
        scale = capital[j] / max(total, TINY) if total > capital[j] else 1.0
        for k in range(share.shape[0]):
            asked = share[k, at + j] * capital[j]
            gift = asked if asked < amount[k, at + j] else amount[k, at + j]
            gift *= granted[k, at + j] * scale
            if things[k]:
                in_kind[j] += gift
            else:
                a, i = advance[k, at + j], interim[k, at + j]
                paid[0, j] += gift * a
                paid[1, j] += gift * i
                paid[2, j] += gift * max(0.0, 1 - a - i)


@kernel
def _levels(level: Any, t: float, w: int, opens: Any, closes: Any, start: Any, growth: Any) -> None:
    """How far activity has grown in year t, and for how much of the year it is there."""
    for j in range(w):
        from_ = opens[j] + start[j]
        grown = (t + 0.5 - from_) * growth[j]
        grown = grown if grown > 0.0 else 0.0
        grown = grown if grown < 1.0 else 1.0
        end = t + 1.0 if t + 1.0 < closes[j] else closes[j]
        begin = t if t > from_ else from_
        inside = end - begin
        level[j] = grown * (inside if inside > 0.0 else 0.0)


@kernel
def _overlap(share: Any, t: float, w: int, start: Any, end: Any) -> None:
    """How much of year t lies between start and end; what falls before 0 counts in year 0."""
    for j in range(w):
        last = t + 1.0 if t + 1.0 < end[j] else end[j]
        begin = t if t > start[j] else start[j]
        inside = last - begin
        share[j] = inside if inside > 0.0 else 0.0
        if t == 0.0:
            before = (end[j] if end[j] < 0.0 else 0.0) - start[j]
            share[j] += before if before > 0.0 else 0.0


@kernel
def _core_paid(due: Any, running: Any, sources: Any, at: int, w: int, ring: Any, t: int) -> None:
    """The stable money paid in year t: of this year's running, the last one's and the one before."""
    share, amount, granted, advance, interim, _ = sources
    slot = t % 3
    for j in range(w):
        ring[slot, 1, j] = 0.0
        ring[slot, 2, j] = 0.0
        due[j] = 0.0
    for k in range(share.shape[0]):
        for j in range(w):
            asked = share[k, at + j] * running[j]
            given = asked if asked < amount[k, at + j] else amount[k, at + j]
            given *= granted[k, at + j]
            a, i = advance[k, at + j], interim[k, at + j]
            rest = 1 - a - i
            due[j] += given * a
            ring[slot, 1, j] += given * i
            ring[slot, 2, j] += given * (rest if rest > 0.0 else 0.0)
    one, two = (t + 2) % 3, (t + 1) % 3
    for j in range(w):
        due[j] += ring[one, 1, j] + ring[two, 2, j]


@kernel
def appraise(
    index: Any,
    openings: Any,
    horizon: float,
    sites: Any,
    strategies: Any,
    lines: Any,
    profiles: Any,
    forms: Any,
    common: Any,
    capital_sources: Any,
    core_sources: Any,
) -> Any:
    """The indicators (m, 6, n) of all combinations: each a row (site, strategy, form, opening) of ``index``."""
    unit, rent, pull, spread = sites
    area, equipment, fitting, ramp, first = strategies
    profile, start, growth = profiles
    setup, bodies, members = forms
    rate, social, works_factor, running_factor, residual = common
    m, n = index.shape[0], openings.shape[1]
    out = np.empty((m, 6, n))
    width = profile.max() + 1
    bucket = np.empty((width, BUCKETS, WIDTH))
    used = np.empty((width, BUCKETS), np.bool_)
    mine = np.zeros((width, 2, WIDTH))
    begins, grows = np.empty(width), np.empty(width)
    total = np.empty((BUCKETS, WIDTH))
    paid, kind_ = np.empty((3, WIDTH)), np.empty(WIDTH)
    capital, opens, closes, ready = (
        np.empty(WIDTH),
        np.empty(WIDTH),
        np.empty(WIDTH),
        np.empty(WIDTH),
    )
    level, works, present, due = np.empty(WIDTH), np.empty(WIDTH), np.empty(WIDTH), np.empty(WIDTH)
    spent_ago = np.empty((3, WIDTH))
    ring = np.empty((3, 3, WIDTH))
    factor, social_factor = np.empty(WIDTH), np.empty(WIDTH)
    running, cash, lowest = np.empty(WIDTH), np.empty(WIDTH), np.empty(WIDTH)
    on_capital, external, worth, served = (
        np.empty(WIDTH),
        np.empty(WIDTH),
        np.empty(WIDTH),
        np.empty(WIDTH),
    )
    nothing, own_growth = np.zeros(WIDTH), np.empty(WIDTH)
    for at in range(0, n, WIDTH):
        w = min(WIDTH, n - at)
        for c in range(m):
            site, s, g, q = index[c, 0], index[c, 1], index[c, 2], index[c, 3]
            latest, soonest = 0.0, np.inf
            for j in range(w):
                i = at + j
                opens[j] = openings[q, i]
                closes[j] = opens[j] + horizon
                ready[j] = opens[j] - WORKS
                latest = max(latest, closes[j])
                soonest = min(soonest, closes[j])
                capital[j] = equipment[s, i] + fitting[s, i] + area[s, i] * unit[site, i]
                factor[j] = 1.0 / np.sqrt(1.0 + rate[i])
                social_factor[j] = 1.0 / np.sqrt(1.0 + social[i])
                own_growth[j] = 1.0 / ramp[s, i]
                cash[j] = 0.0
                lowest[j] = 0.0
                on_capital[j] = 0.0
                external[j] = 0.0
                worth[j] = 0.0
                served[j] = 0.0
            spent_ago[:] = 0.0
            ring[:] = 0.0
            _gather(
                bucket,
                used,
                (first[s], first[s + 1]),
                lines,
                profile,
                at,
                w,
                pull[site],
                spread[site],
                members[g],
            )
            begins[:] = np.inf
            grows[:] = -np.inf
            for line in range(first[s], first[s + 1]):
                p = profile[line]
                for j in range(w):
                    mine[p, 0, j] = start[line, at + j]
                    mine[p, 1, j] = growth[line, at + j]
                    from_ = opens[j] + start[line, at + j]
                    begins[p] = min(begins[p], from_)
                    grows[p] = max(grows[p], from_ + 1.0 / growth[line, at + j] + SAFE)
            _give(capital, capital_sources, at, w, paid, kind_)
            for t in range(int(np.ceil(latest)) + TAIL):
                total[:] = 0.0
                for p in range(width):
                    if t + 1.0 <= begins[p] or t >= latest:
                        continue  # nobody has begun, or everybody has closed
                    whole = t + 0.5 >= grows[p] and t + 1.0 <= soonest
                    if not whole:
                        _levels(level, float(t), w, opens, closes, mine[p, 0], mine[p, 1])
                    for b in range(BUCKETS):
                        if used[p, b] and whole:
                            for j in range(w):
                                total[b, j] += bucket[p, b, j]
                        elif used[p, b]:
                            for j in range(w):
                                total[b, j] += bucket[p, b, j] * level[j]
                _overlap(present, float(t), w, opens, closes)
                _overlap(works, float(t), w, ready, opens)
                for j in range(w):
                    i = at + j
                    works[j] /= WORKS
                    running[j] = (
                        total[RUN, j] + (area[s, i] * rent[site, i] + bodies[g, i]) * present[j]
                    )
                _core_paid(due, running, core_sources, at, w, ring, t)
                _levels(level, float(t), w, opens, closes, nothing, own_growth)
                now, one, two = t % 3, (t + 2) % 3, (t + 1) % 3
                for j in range(w):
                    i = at + j
                    build = capital[j] * works[j]
                    build_all = build + setup[g, i] if t == 0 else build
                    last = np.ceil(closes[j]) - 1.0
                    left = (capital[j] - equipment[s, i]) * residual[i] if last == t else 0.0
                    cost = build_all + total[RENEW, j] + running[j] - left
                    on_capital[j] += (total[INCOME, j] - cost) * factor[j]
                    external[j] += total[WON, j] * factor[j]
                    served[j] += level[j] * factor[j]
                    gain = total[INCOME, j] + total[GAIN, j] - works_factor[i] * (build_all - left)
                    gain -= running_factor[i] * running[j] + total[RENEW, j]
                    worth[j] += gain * social_factor[j]
                    spent_ago[now, j] = works[j]
                    grant = paid[0, j] * works[j] + paid[1, j] * spent_ago[one, j]
                    grant += paid[2, j] * spent_ago[two, j]
                    cash[j] += total[INCOME, j] + total[WON, j] + due[j] + grant
                    cash[j] -= build_all - kind_[j] * works[j] + total[RENEW, j] + running[j]
                    lowest[j] = cash[j] if cash[j] < lowest[j] else lowest[j]
                    factor[j] /= 1.0 + rate[i]
                    social_factor[j] /= 1.0 + social[i]
            for j in range(w):
                i = at + j
                out[c, 0, i] = capital[j]
                out[c, 1, i] = on_capital[j]
                out[c, 2, i] = -(on_capital[j] + external[j])
                out[c, 3, i] = -lowest[j]
                out[c, 4, i] = worth[j]
                out[c, 5, i] = served[j]
    return out
