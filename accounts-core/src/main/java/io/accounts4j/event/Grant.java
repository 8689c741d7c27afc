package io.accounts4j.event;

import io.accounts4j.user.Right;
import java.util.UUID;

/**
 * The ground on which a caller was let in, asked again in the transaction of the effect.
 *
 * @param session the id of the caller's session
 * @param right the right that was asked of its user
 */
public record Grant(UUID session, Right right) {}
