"""Who speaks to whom: drawn around an actor or at an event, with a table that says the same."""

import re
from itertools import combinations

import pytest

from statements.pages.network import AROUND, HEIGHT, WIDTH, around_actor, at_event
from tests.builders import build_actor, build_statement
from tests.pages import queries, shown

pytestmark = pytest.mark.django_db


def crowd(archive, count: int) -> list:
    """So many who were told something by Halwani, the first the most."""
    people = [build_actor(f"مندوب الدولة رقم {number}") for number in range(count)]
    for number, person in enumerate(people):
        for _ in range(count - number):
            build_statement(archive.article, "فتح المعابر", by=[archive.halwani], to=[person])
    return people


def test_the_actor_stands_in_the_middle_with_those_it_speaks_to(client, archive, search_index):
    people = crowd(archive, 3)
    search_index()
    network = around_actor(archive.halwani)
    assert network.nodes[0].actor == archive.halwani
    assert {node.actor for node in network.nodes[1:]} == {archive.baroudi, *people}
    ways = {(edge.one.actor.name, edge.other.actor.name): (edge.there, edge.back) for edge in network.edges}
    assert ways["سامر الحلواني", "ليث البارودي"] == (1, 1)
    assert ways["سامر الحلواني", "مندوب الدولة رقم 0"] == (3, 0)


def test_those_around_are_joined_where_they_speak_to_each_other(archive, search_index):
    one, other = crowd(archive, 2)
    build_statement(archive.article, "فتح المعابر", by=[other], to=[one])
    search_index()
    pairs = [{edge.one.actor, edge.other.actor} for edge in around_actor(archive.halwani).edges]
    assert {one, other} in pairs


@pytest.mark.parametrize("count", [1, 2, 5, 20])
def test_nobody_stands_outside_or_on_another(archive, search_index, count):
    crowd(archive, count)
    search_index()
    nodes = around_actor(archive.halwani).nodes
    assert len(nodes) <= AROUND + 1
    for node in nodes:
        assert node.x - node.radius > 0
        assert node.x + node.radius < WIDTH
        assert node.written[-1][1] <= HEIGHT
    for one, other in combinations(nodes, 2):
        assert abs(one.x - other.x) + abs(one.y - other.y) > one.radius + other.radius


def test_an_event_shows_who_said_something_to_whom_there(archive, client, rf):
    network = at_event(archive.call, client.get("/").wsgi_request.user)
    assert [(e.there, e.back) for e in network.edges] == [(1, 1)]


@pytest.mark.parametrize("page", ["actor", "event"])
def test_the_table_says_what_the_picture_says(client, archive, search_index, page):
    search_index()
    row = archive.halwani if page == "actor" else archive.call
    address = f"{row.get_absolute_url()}network/"
    html = client.get(address).content.decode()
    table = [
        re.findall(r"<bdi>(.*?)</bdi>", line) for line in re.findall(r"<tr><th scope=.row.*?</tr>", html)
    ]
    assert sorted(table) == [["سامر الحلواني", "ليث البارودي"], ["ليث البارودي", "سامر الحلواني"]]
    assert len(re.findall("<circle", html)) == 2
    assert len(re.findall("<line", html)) == 2  # a half from either end
    rows = b"".join(client.get(f"{address}?format=csv")).decode().splitlines()
    assert len(rows) == 3


def test_who_spoke_to_nobody_has_no_network(client, archive, search_index):
    alone = build_actor("نديم الصافي")
    build_statement(archive.article, "فتح المعابر", by=[alone])
    search_index()
    assert "لا يُعرف هنا من خاطب من" in shown(client.get(f"{alone.get_absolute_url()}network/"))


def test_drafts_are_in_no_network(client, archive, search_index):
    archive.secret.parties.create(role="addressee", actor=build_actor("نديم الصافي"), name="نديم الصافي")
    search_index()
    assert "نديم الصافي" not in shown(client.get(f"{archive.halwani.get_absolute_url()}network/"))
    assert client.get(f"{build_actor('غائب').get_absolute_url()}network/").status_code == 404


def test_the_queries_do_not_grow(client, archive, search_index):
    crowd(archive, 12)
    search_index()
    assert queries(client, f"{archive.halwani.get_absolute_url()}network/") <= 4
