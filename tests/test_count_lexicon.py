"""Counting the lexicon over a corpus, and writing the counts beside the words."""

from benchmarks.count_lexicon import FILES, count, write


def test_words_count_in_every_form_and_with_attached_letters():
    counts = count(["وللعراق وزيران، والوزيرة العراقية في العراق", "وزراء للعراق"])
    assert counts["countries"]["IQ"] == 3
    assert counts["titles"]["وزير"] == 3


def test_phrases_count_as_wholes():
    counts = count(["اتصال هاتفي مع مجلس الأمن الدولي"])
    assert counts["event_nouns"]["اتصال هاتفي"] == 1
    assert counts["organizations"]["مجلس الأمن الدولي"] >= 1


def test_only_the_last_column_changes(tmp_path):
    file = tmp_path / "titles.tsv"
    file.write_text("# why\nmasculine\tcount\nوزير\t0\n", "utf-8")
    write(file, count(["وزير ووزير"])["titles"], FILES["titles"][2])
    assert file.read_text("utf-8") == "# why\nmasculine\tcount\nوزير\t2\n"
