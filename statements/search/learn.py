"""Learn from texts which letters belong to words; makes own_beginnings.txt and endings.tsv.

    python -m statements.search.learn news.jsonl.gz [folder]

Texts are the "text" of a JSON object a line. What tells: «وزير» is met as «الوزير» and «لوزير», so its
و is its own; «وقال» is never met as «الوقال», so its و is "and". A noun ends in a plural's ين where the
same word is met without it or with ون: «مسؤولين» but not «فلسطين». Only words of the lists go into the
project, no texts.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from statements.extraction.normalize import fold
from statements.search.stemming import DATA, Stemmer, read_stemmer

RARE = 10  # words met less often tell nothing …
MET, COMMON = 2, 60  # … but duals, where the word alone is common

_ARTICLES = ("ال", "وال", "فال", "بال", "كال", "لل", "ولل")
# What stands before a word only where the letter it begins with is its own.
_BEFORE = {
    "و": (*_ARTICLES, "و", "ب", "ل", "وب", "ول", "ي", "ت", "ن"),
    "ف": (*_ARTICLES, "و", "ب", "ل", "وب", "ول", "ي", "ت"),
    "ب": (*_ARTICLES, "ب", "ل", "ك", "ي", "ت", "وي"),
    "ل": (*_ARTICLES[:5], "وبال", "لل", "ب", "ك", "ي", "ت"),
    "ك": (*_ARTICLES, "ب", "ل", "ي", "ت"),
    "س": (*_ARTICLES, "ب", "ل", "وب", "ول", "ك"),
    "ا": ("ل", "ول"),  # «لإلغاء», while ل and the article are written «لل»
}
_PROVEN = 0.01  # of the times a stem is met: «الوقال» is met by mistake now and then
_UNKNOWN = 0.02  # of the times a word is met; its rest is met less often than that: no word at all
_TANWEEN = re.compile(r"[\u0621-\u064a\u064b-\u0652]+(?:اً|ًا)(?!\w)")
_TA_MARBUTA = re.compile(r"[\u0621-\u064a\u064b-\u0652]+ة(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")


class Words:
    """How often words are met: folded, and those written with tanween or ta marbuta at the end."""

    def __init__(self, texts: Iterable[str]):
        self.met, self.with_tanween, self.with_ta_marbuta = Counter(), Counter(), Counter()
        self.texts = 0
        for text in texts:
            self.texts += 1
            self.met.update(_WORD.findall(fold(text)))
            self.with_tanween.update(map(fold, _TANWEEN.findall(text)))
            self.with_ta_marbuta.update(map(fold, _TA_MARBUTA.findall(text)))


def learn(words: Words, written: Stemmer) -> Stemmer:
    """A stemmer with the hand-written lists of `written` and beginnings and endings learnt from `words`."""
    learnt = Stemmer(written.functions, irregular(written))
    for _again in range(2):  # better endings make better beginnings, and the other way round
        own = own_beginnings(words, learnt)
        learnt = Stemmer(written.functions, irregular(written), own, learnt.known)
        learnt = Stemmer(written.functions, irregular(written), own, endings(words, learnt))
    return learnt


def irregular(stemmer: Stemmer) -> dict[str, str]:
    return {word: stemmer.known[word] for word in stemmer.irregular}


def own_beginnings(words: Words, stemmer: Stemmer) -> set[str]:
    """Stems that begin with letters which look like particles but are their own."""
    bare = Stemmer(stemmer.functions, irregular(stemmer), endings=stemmer.known)
    met, proof, rests, ends = Counter(), Counter(), {}, Counter()
    for word, count in words.met.items():
        end = bare.cut_end(word)
        ends[end] += count
        rest = bare.base(word)
        if rest != word and not word.startswith("لل"):
            met[end] += count
            proof[end] += sum(words.met[before + word] for before in _BEFORE[word[0]])
            rests.setdefault(end, bare.cut_end(rest))

    def is_own(end: str) -> bool:
        if proof[end] >= max(3, _PROVEN * met[end]):
            return True
        # A name that is always definite («البارودي») has no rest either: there only proof counts.
        return "ال" not in end[:3] and max(ends[rests[end]], ends[end[1:]]) < _UNKNOWN * met[end]

    return {end for end, count in met.items() if count >= RARE and is_own(end)}


def endings(words: Words, stemmer: Stemmer) -> dict[str, str]:
    """What the rules would cut wrongly at the end of a word, or leave: a base, its stem."""
    bases = Counter()
    for word, count in words.met.items():
        bases[stemmer.base(word)] += count
    return Ends(words, bases, Stemmer(stemmer.functions, irregular(stemmer))).learnt()


class Ends:
    """What the counts of bases say about their endings."""

    def __init__(self, words: Words, bases: Counter, rules: Stemmer):
        self.words = words
        self.bases = bases
        self.rules = rules
        self.tests = dict.fromkeys(
            ("هما", "ها", "هم", "هن", "نا", "كم", "وا"), lambda rest: self.alone(rest) > 0.1
        ) | {
            "ات": lambda rest: self.alone(rest) > 0.02,
            "ين": lambda rest: self.alone(rest) > 0.3 or self.share(rest + "ون") > 0.05,
            "ون": lambda rest: self.alone(rest) > 0.3 or self.share(rest + "ين") > 0.05,
            "ه": lambda rest: self.share_written(words.with_ta_marbuta) > 0.05 or self.alone(rest) > 0.1,
            "ا": lambda rest: self.share_written(words.with_tanween) > 0.1 or rest.endswith("ت"),
        }

    def learnt(self) -> dict[str, str]:
        found = {}
        for base, count in self.bases.items():
            self.base = base
            if stem := self.cut_though_no_rule_does():
                found[base] = stem
            elif count >= RARE and not self.is_cut_rightly():
                found[base] = base
        return found | self._duals_never_met()

    def _duals_never_met(self) -> dict[str, str]:
        """«مبعوثان»: of nouns that are common, met as «ال…» and with ين."""
        found = {}
        for base, count in self.bases.items():
            self.base = base
            is_noun = len(base) > 2 and count >= COMMON and self.bases[base + "ين"] and self.has_article()
            if is_noun and self.bases[base + "ان"] < MET:
                found[base + "ان"] = self.rules.cut_end(base + "ين")
        return found

    def is_cut_rightly(self) -> bool:
        """Whether the base has no ending that a rule cuts, or the ending is one."""
        if self.base.endswith("ت") and not self.base.endswith("ات"):
            return not self.has_ta_of_its_own()
        for ending, test in self.tests.items():
            if self.base.endswith(ending) and len(self.base) >= len(ending) + 3:
                return test(self.base.removesuffix(ending))
        return True

    def alone(self, rest: str) -> float:
        """How often the rest is met for one time that the base is met, also as a word in ta marbuta or hamza."""
        forms = {rest, rest + "ه", rest[:-1] + ("ه" if rest.endswith("ت") else rest[-1:])}
        if rest[-2:] in ("او", "اي"):
            forms.add(rest[:-1] + "ء")
        return sum(map(self.share, forms))

    def share(self, form: str) -> float:
        return self.bases[form] / self.bases[self.base]

    def share_written(self, written: Counter) -> float:
        """How often the base is written in a way that folding hides."""
        forms = (before + self.base for before in ("", "و", "ال", "وال", "ب", "ل", "لل", "بال", "ف"))
        return sum(written[form] for form in forms) / self.bases[self.base]

    def has_ta_of_its_own(self) -> bool:
        """«ثابت»: met with pronouns or in the plural, and hardly ever with ta marbuta instead."""
        inflected = sum(self.share(self.base + ending) for ending in ("ه", "ها", "هم", "ين", "ون", "ا", "ات"))
        with_ta_marbuta = self.share(self.base[:-1] + "ه")
        return len(self.base) > 3 and inflected > 0.01 and with_ta_marbuta < 0.5 and self.has_article()

    def cut_though_no_rule_does(self) -> str:
        """The stem where the rules leave an ending; else ""."""
        if self.bases[self.base] < RARE:
            return self._rare_dual() or self._their_plural()
        return (
            self._hamza()
            or self._tanween()
            or self._dual()
            or self._bound_plural()
            or self._rare_dual()
            or self._their_plural()
        )

    def _hamza(self) -> str:
        """«لقائه»: a seat of hamza and a pronoun, not «ولاية»."""
        with_hamza = self.base[:-2] + "ء"
        if not self.base.endswith("ايه") or self.share_written(self.words.with_ta_marbuta) > 0.5:
            return ""
        return with_hamza if self.share(with_hamza) > 0.1 else ""

    def _tanween(self) -> str:
        """«حلاً»: too short for the rule."""
        if len(self.base) != 3 or not self.base.endswith("ا"):
            return ""
        return self.base[:-1] if self.share_written(self.words.with_tanween) > 0.1 else ""

    def _dual(self) -> str:
        """«وزيران»: met with ين as well, and alone."""
        rest = self.base.removesuffix("ان")
        if rest == self.base or len(rest) < 3 or self.alone(rest) < 1 or self.share(rest + "ين") < 0.2:
            return ""
        return self.rules.cut_end(rest + "ين")

    def _rare_dual(self) -> str:
        """«السفيران»: seldom met, and the word alone often."""
        rest = self.base.removesuffix("ان")
        is_common = len(rest) > 2 and self.bases[rest] >= COMMON and self.share(rest) >= 10
        if rest == self.base or not is_common or self.bases[self.base] < MET:
            return ""
        return self.rules.cut_end(rest + "ين") if self.bases[rest + "ين"] else ""

    def _their_plural(self) -> str:
        """«مستشاريه»: met with ين and alone, and never written in ta marbuta as «سياسية» is."""
        rest = self.base.removesuffix("يه")
        is_plural = self.bases[rest + "ين"] >= RARE and self.bases[rest] >= COMMON
        if rest == self.base or len(rest) < 4 or not is_plural or self.bases[self.base] < MET:
            return ""
        return "" if self.share_written(self.words.with_ta_marbuta) > 0.1 else self.rules.cut_end(rest + "ين")

    def _bound_plural(self) -> str:
        """«مسؤولي»، «مسؤولو»: bound to the next word, the n is gone and there is no article."""
        rest = self.base[:-1]
        if self.base[-1] not in "يو" or len(rest) < 3 or self.share(rest + "ين") < 0.1 or self.has_article():
            return ""
        return self.rules.cut_end(rest + "ين")

    def has_article(self) -> bool:
        """Whether the base is met as «ال…»: a word bound to the next one never is."""
        forms = (before + self.base + ending for before in _ARTICLES for ending in ("", "ه"))
        return sum(self.words.met[form] for form in forms) > 0.02 * self.bases[self.base]


def write(stemmer: Stemmer, folder: Path, count: int) -> None:
    """Write own_beginnings.txt and endings.tsv, learnt from `count` texts, into `folder`."""
    source = f"Learnt by statements.search.learn from the words of {count:,} news articles; do not edit.\n"
    own = sorted(stemmer.own_beginnings)
    (folder / "own_beginnings.txt").write_text(
        f"# Stems whose first letters are their own, not particles. {source}" + "".join(f"{w}\n" for w in own)
    )
    rows = sorted((w, s) for w, s in stemmer.known.items() if w not in stemmer.irregular)
    (folder / "endings.tsv").write_text(
        f"# Words that rules would cut wrongly at the end: a word, its stem. {source}"
        + "".join(f"{w}\t{s}\n" for w, s in rows)
    )


def texts(path: Path) -> Iterator[str]:
    """The "text" of each JSON object of a file, one a line, gzipped or not."""
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
        for line in lines:
            yield json.loads(line)["text"]


if __name__ == "__main__":
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else DATA
    words = Words(texts(Path(sys.argv[1])))
    write(learn(words, read_stemmer(DATA)), folder, words.texts)
