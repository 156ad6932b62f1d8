"""The screens. No rule of the meeting lives here."""
