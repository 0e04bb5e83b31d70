"""What kcgraph knows of the world beforehand: `seeds/reference/*.csv` as records, and their lookup by name."""

from kcgraph.reference.lookup import Reference, reference
from kcgraph.reference.names import fold_name, without_patronymic
from kcgraph.reference.rows import (
    Anniversary,
    Country,
    Office,
    Organization,
    Outlet,
    Person,
    Place,
    Tenure,
    TreatyRow,
)

__all__ = [
    "Anniversary",
    "Country",
    "Office",
    "Organization",
    "Outlet",
    "Person",
    "Place",
    "Reference",
    "Tenure",
    "TreatyRow",
    "fold_name",
    "reference",
    "without_patronymic",
]
