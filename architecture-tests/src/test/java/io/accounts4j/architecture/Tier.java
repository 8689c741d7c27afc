package io.accounts4j.architecture;

import java.util.Set;

/** The tiers of the core, and the rooms of each. A new capability adds its folder here. */
enum Tier {
    FACADE(""),
    FEATURE(
            "registration",
            "confirmation",
            "signin",
            "sessions",
            "recovery",
            "profile",
            "users",
            "privacy",
            "audit",
            "purging",
            "refolding"),
    INTERNAL("internal"),
    NOUN(
            "user",
            "token",
            "session",
            "password",
            "job",
            "mail",
            "event",
            "page",
            "transaction",
            "store",
            "health",
            "ratelimit",
            "supervision",
            "idempotency",
            "presence"),
    KERNEL("kernel"),
    UNKNOWN;

    private final Set<String> rooms;

    Tier(String... rooms) {
        this.rooms = Set.of(rooms);
    }

    static Tier of(String room) {
        for (Tier tier : values()) {
            if (tier.rooms.contains(room)) {
                return tier;
            }
        }
        return UNKNOWN;
    }
}
