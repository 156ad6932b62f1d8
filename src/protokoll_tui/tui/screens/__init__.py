"""The screens, each with its own .tcss beside it."""
