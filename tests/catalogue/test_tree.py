"""No shipped tree is larger than its page."""

from __future__ import annotations

from macros.guide import tree
from macros.guide.guide import guide_of
from macros.loading.catalogue import Catalogue
from tests.test_tree import _nodes


def test_no_shipped_tree_has_more_nodes_than_a_page_can_show(catalogue: Catalogue) -> None:
    for stage in catalogue.guides:
        grown = tree.tree_of(guide_of(catalogue, stage))
        assert 4 < len(list(_nodes(grown))) <= tree.MOST_NODES, stage
        assert tree.tree_of(guide_of(catalogue, stage)) is grown
