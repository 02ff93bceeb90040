"""Words of the command line by topic, in English and Chinese: each module holds ``WORDS``, key -> (en, zh)."""

__all__: list[str] = []
