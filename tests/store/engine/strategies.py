"""Documents and queries nobody would think of."""

from __future__ import annotations

from hypothesis import strategies as st
from tinydb.queries import QueryInstance

from tests.store.engine.forms import FORMS, FRACTIONS, NEGATIVES, NEVER_STORED, NUMBERS, PATHS, WORDS

words = st.sampled_from(WORDS)
scalars = st.one_of(st.none(), st.booleans(), words, st.sampled_from((*NUMBERS, *NEGATIVES, *FRACTIONS)))
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(words, inner, max_size=2)),
    max_leaves=4,
)
places = st.one_of(values, st.fixed_dictionaries({}, optional={"village": values, "grid": scalars}))
parties = st.lists(
    st.fixed_dictionaries(
        {}, optional={"name": words, "age": scalars, "also": st.lists(scalars, max_size=2)}
    ),
    max_size=3,
)
documents = st.fixed_dictionaries(
    {},
    optional={
        "state": values,
        "place": places,
        "days": values,
        "parties": parties,
        "tags": st.lists(scalars, max_size=3),
        "": scalars,
    },
)

asked_for = st.one_of(values, st.sampled_from(NEVER_STORED))


@st.composite
def plain_queries(draw: st.DrawFn) -> QueryInstance:
    form = FORMS[draw(st.sampled_from(sorted(FORMS)))]
    return form(draw(st.sampled_from(PATHS)), draw(asked_for), draw(st.lists(scalars, max_size=4)))


queries = st.recursive(
    plain_queries(),
    lambda inner: st.one_of(
        st.builds(lambda left, right: left & right, inner, inner),
        st.builds(lambda left, right: left | right, inner, inner),
        st.builds(lambda query: ~query, inner),
    ),
    max_leaves=4,
)
