"""A folded word to its stem."""


def stem(word: str) -> str:
    return word
