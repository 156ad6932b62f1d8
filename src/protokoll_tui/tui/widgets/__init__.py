"""The parts of the meeting screen."""
