"""Suggest actors and locations with spaCy: annotate seeds/ --suggest-command 'python THIS_FILE'.

    pip install spacy && python -m spacy download en_core_web_sm

The model can be named: python suggest_with_spacy.py de_core_news_sm
"""

import json
import os
import sys

LABELS = {
    "PERSON": "actor",
    "PER": "actor",
    "ORG": "actor",
    "NORP": "actor",
    "GPE": "location",
    "LOC": "location",
    "FAC": "location",
}
MODELS = {"en": "en_core_web_sm", "zh": "zh_core_web_sm"}


def model_name() -> str:
    """Return the model that was named, else the small one for the article's language."""
    if len(sys.argv) > 1:
        return sys.argv[1]
    language = os.environ.get("ANNOTATE_LANGUAGE") or "en"
    return MODELS.get(language, f"{language}_core_news_sm")


def main() -> None:
    """Read an article, print a line for each name in it."""
    try:
        import spacy
    except ImportError:
        sys.exit("spaCy is not installed; get it with: pip install spacy")
    name = model_name()
    try:
        nlp = spacy.load(name)
    except OSError:
        sys.exit(f"spaCy has no model {name}; get it with: python -m spacy download {name}")
    # Bytes: Python's text mode would turn the line ends round, and offsets would be wrong.
    text = sys.stdin.buffer.read().decode()
    wanted = json.loads(os.environ.get("ANNOTATE_LABELS", '["actor", "location"]'))
    for entity in nlp(text).ents:
        label = LABELS.get(entity.label_)
        if label in wanted:
            suggestion = {
                "label": label,
                "start": entity.start_char,
                "end": entity.end_char,
                "quote": text[entity.start_char : entity.end_char],
                "source": "spacy",
            }
            print(json.dumps(suggestion))  # noqa: T201 - the lines are the result


if __name__ == "__main__":
    main()
