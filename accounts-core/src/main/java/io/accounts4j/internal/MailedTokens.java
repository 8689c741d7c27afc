package io.accounts4j.internal;

import io.accounts4j.job.JobRun;
import io.accounts4j.token.RawToken;
import io.accounts4j.token.Token;
import io.accounts4j.token.TokenPurpose;
import io.accounts4j.token.TokenStore;
import io.accounts4j.transaction.Transactions;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes the tokens that mails carry, when the mail is sent: at most three are live per user and purpose. A fourth mail
 * within an hour gets none and ends no live link; a later one ends the oldest of three. Attempts at one mail count as one,
 * and end no link of another. Thread-safe.
 */
public final class MailedTokens {

    private static final int MOST = 3;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final UserRepository users;
    private final TokenStore tokens;
    private final Transactions transactions;
    private final Clock clock;

    /** Over the stores of users and tokens, which share {@code transactions}. */
    public MailedTokens(UserRepository users, TokenStore tokens, Transactions transactions, Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A token and the user as they were when it was made. */
    public record Issued(User user, RawToken token) {}

    /**
     * Stores a token for the mail of {@code job}, in a transaction of its own. Empty when there is no such user, {@code
     * stillWaits} refuses them, or three mails of this purpose were sent within the last hour: then nothing is to be sent.
     */
    public Optional<Issued> issue(UserId user, TokenPurpose purpose, JobRun job, Predicate<User> stillWaits) {
        return transactions.inTransaction(
                () -> users.lock(user).filter(stillWaits).flatMap(locked -> issue(locked, purpose, job)));
    }

    private Optional<Issued> issue(User user, TokenPurpose purpose, JobRun job) {
        Instant now = clock.instant();
        List<Token> live = tokens.findByUser(user.id(), purpose, now);
        List<Token> own = live.stream().filter(token -> isOf(token, job)).toList();
        if (own.isEmpty() && mailsSince(now.minus(WINDOW), live) >= MOST) {
            return Optional.empty();
        }
        ending(live, own).forEach(token -> {
            Optional<Token> unused = tokens.consume(token.hash(), purpose, now);
        });
        RawToken raw = RawToken.random();
        tokens.add(Token.of(raw, purpose, user.id(), user.email(), now).mailedBy(job.id()));
        return Optional.of(new Issued(user, raw));
    }

    private static boolean isOf(Token token, JobRun job) {
        return token.mailedBy().equals(Optional.of(job.id()));
    }

    /** A token that names no job counts as a mail of its own. */
    private static long mailsSince(Instant start, List<Token> live) {
        List<Token> recent =
                live.stream().filter(token -> token.createdAt().isAfter(start)).toList();
        long named = recent.stream()
                .flatMap(token -> token.mailedBy().stream())
                .distinct()
                .count();
        return named
                + recent.stream().filter(token -> token.mailedBy().isEmpty()).count();
    }

    /** The tokens in the way of one more: those of earlier attempts at the same mail first, then the oldest. */
    private static List<Token> ending(List<Token> live, List<Token> own) {
        List<Token> order = new ArrayList<>(live);
        order.removeAll(own);
        order.addAll(own);
        Collections.reverse(order);
        return order.subList(0, Math.max(0, live.size() + 1 - MOST));
    }
}
