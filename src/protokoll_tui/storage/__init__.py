"""Meeting files, event log, drafts, locks. The only room that touches meeting files."""
