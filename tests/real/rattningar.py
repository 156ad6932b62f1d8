"""What a person had to say of §§ with a voting that cannot be read by rule."""

from __future__ import annotations

ORD: dict[tuple[str, int], tuple[tuple[str, str], ...]] = {
    # One återremiss with two points that are put one by one.
    ("goteborg-kf-2024-08-22", 307): (
        (
            "återremitteras enligt yrkande från D, M, L och KD i kommunstyrelsen",
            "återremitteras enligt punkt 1 i yrkande från D, M, L och KD i kommunstyrelsen"
            " och punkt 2 i yrkande från D, M, L och KD i kommunstyrelsen",
        ),
    ),
    # The budgets are named by their parties; that of three is the one kommunstyrelsen proposes.
    ("goteborg-kf-2024-11-07", 451): (
        (
            "Socialdemokraternas, Vänsterpartiets och Miljöpartiets förslag till budget 2025 och"
            " flerårsplaner",
            "kommunstyrelsens förslag",
        ),
        ("förslaget till budget från S, V och MP", "kommunstyrelsens förslag"),
        ("förslaget från S, V och MP", "kommunstyrelsens förslag"),
        (
            "Moderaternas, Demokraternas, Liberalernas och Kristdemokraternas förslag till budget",
            "förslaget från M, D, L och KD",
        ),
        ("Sverigedemokraternas förslag till budget", "förslaget från SD"),
        ("Centerpartiets förslag till budget", "förslaget från C"),
    ),
    # One paper holds both a proposal of its own and a tillägg; among the yrkanden it is named once.
    ("goteborg-kf-2026-02-26", 48): (
        (
            "bifall till förslaget från M, D och KD i kommunstyrelsen",
            "bifall till förslaget från M, D och KD i kommunstyrelsen och tilläggsyrkande från"
            " M, D och KD i kommunstyrelsen",
        ),
    ),
    # That the paper is about a remiss is said only when it is put.
    ("goteborg-ks-2024-08-28", 620): (
        (
            "bifall till yrkande från S, V och MP",
            "att ärendet ska remitteras enligt yrkande från S, V och MP",
        ),
    ),
}
"""Words of a § that are read as others."""

SIDA: dict[tuple[str, int], dict[str, int]] = {
    # Nej names the mover of another §.
    ("goteborg-ks-2024-08-28", 649): {"nej": 0},
    # The mover on the Ja side is misspelt.
    ("goteborg-ks-2024-08-28", 653): {"ja": 1},
}
"""A side of a voting whose words name no mover: the index of the yrkande that is meant."""
