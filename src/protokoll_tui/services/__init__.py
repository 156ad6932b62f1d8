"""What a user does, as functions: open, record, undo, render. Joins the rooms below."""
