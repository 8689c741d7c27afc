package io.accounts4j.internal;

import io.accounts4j.job.JobQueue;
import io.accounts4j.job.NewJob;
import io.accounts4j.user.Email;
import io.accounts4j.user.User;
import io.accounts4j.user.UserId;
import io.accounts4j.user.UserRepository;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Requests for a mailed link by somebody who has only typed an address. The same statements run for every address: one that
 * gets no mail has a job of its own that finds nobody. The job has the user's id as its {@linkplain NewJob#unique unique key}, so
 * that any number of requests leave one unfinished job. {@link MailedTokens} decides when the job runs whether a mail is
 * sent. Thread-safe.
 */
public final class MailRequests {

    private static final String HMAC = "HmacSHA256";

    private final UserRepository users;
    private final JobQueue jobs;
    private final SecretKeySpec strangers;

    /** Over the users and the queue of the mail. */
    public MailRequests(UserRepository users, JobQueue jobs) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        this.users = users;
        this.jobs = jobs;
        this.strangers = new SecretKeySpec(key, HMAC);
    }

    /** Queues {@code mail} to the owner of {@code email} if {@code waits} lets them have it, and else to nobody. */
    public void request(String email, Predicate<User> waits, Function<UserId, NewJob> mail) {
        Optional<Email> address = Email.isAddress(email) ? Optional.of(Email.stored(email)) : Optional.empty();
        UserId receiver = address.flatMap(users::findByEmail)
                .filter(waits)
                .map(User::id)
                .orElseGet(() -> nobody(address.map(Email::canonical).orElse(email)));
        jobs.enqueue(mail.apply(receiver));
    }

    /**
     * An id that no user has, the same for the same text as long as this process lives. The key stays in memory: the row of
     * the job must not tell which address was typed.
     */
    private UserId nobody(String typed) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(strangers);
            ByteBuffer digest = ByteBuffer.wrap(mac.doFinal(typed.getBytes(StandardCharsets.UTF_8)));
            return new UserId(new UUID(digest.getLong(), digest.getLong()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
