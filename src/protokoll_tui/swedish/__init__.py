"""The Swedish language: genitive, lists, dates, tense, agreement, sorting, matching. Pure.

Each part is imported by its own name: the tables of verbs and nouns are for the extract alone.
"""
