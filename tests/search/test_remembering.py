"""Answers of the index are remembered until it changes, and no longer."""

from django.http import QueryDict

from statements.filters.searches import search
from statements.search.remembering import Memory


def test_an_answer_is_asked_for_once_in_one_state():
    memory, asked = Memory(), []

    def answer() -> int:
        asked.append(1)
        return len(asked)

    assert [memory.get("one", "how many", answer) for _ in range(3)] == [1, 1, 1]
    assert memory.get("other", "how many", answer) == 2
    assert memory.get("one", "how many", answer) == 3


def test_no_more_is_remembered_than_there_is_room_for():
    memory = Memory(most=2)
    for question in ("a", "b", "a", "c"):
        memory.get("state", question, lambda question=question: question)
    assert memory.get("state", "a", lambda: "anew") == "a"
    assert memory.get("state", "b", lambda: "anew") == "anew"


def test_what_changed_is_found_at_once(transactional_db, following, archive_committed):
    assert search(QueryDict("q=السر")).total == 0
    archive_committed.draft.publish()
    following.catch_up()
    results = search(QueryDict("q=السر"))
    assert results.total == 1
    assert sum(choice.count for choice in results.facet("speaker").choices) == 1
