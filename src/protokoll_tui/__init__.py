"""protokoll-tui: lead the secretary through the meeting, write the protocol in correct Swedish."""

__version__ = "0.1.0"
