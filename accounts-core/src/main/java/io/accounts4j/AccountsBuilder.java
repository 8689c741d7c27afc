package io.accounts4j;

import io.accounts4j.users.Deleting;
import io.accounts4j.users.Listing;
import io.accounts4j.users.Updating;
import io.accounts4j.confirmation.ConfirmationMail;
import io.accounts4j.confirmation.Confirming;
import io.accounts4j.confirmation.WelcomeMail;
import io.accounts4j.event.AccountListener;
import io.accounts4j.event.Caller;
import io.accounts4j.event.EventBus;
import io.accounts4j.event.InProcessEventBus;
import io.accounts4j.internal.EventRecorder;
import io.accounts4j.job.AnnouncingJobQueue;
import io.accounts4j.job.JobHandler;
import io.accounts4j.job.JobQueue;
import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.mail.AccountLinks;
import io.accounts4j.internal.AccountMail;
import io.accounts4j.mail.MailTemplates;
import io.accounts4j.mail.Mailer;
import io.accounts4j.password.BcryptPasswordHasher;
import io.accounts4j.password.HashingBound;
import io.accounts4j.password.PasswordHasher;
import io.accounts4j.password.PasswordPolicy;
import io.accounts4j.internal.Passwords;
import io.accounts4j.purging.Purging;
import io.accounts4j.refolding.Refolding;
import io.accounts4j.registration.Registering;
import io.accounts4j.internal.Revocation;
import io.accounts4j.session.SessionPolicy;
import io.accounts4j.signin.SigningIn;
import io.accounts4j.store.AccountStore;
import io.accounts4j.internal.TransactionGuard;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Collects what {@link Accounts} needs: a store, a job queue, a mailer and the public URL; everything else has a safe
 * default. Not thread-safe; use it once.
 */
public final class AccountsBuilder {

    private @Nullable AccountStore store;
    private @Nullable JobQueue jobs;
    private @Nullable Mailer mailer;
    private @Nullable AccountLinks links;
    private MailTemplates templates = MailTemplates.of(Locale.ENGLISH);
    private PasswordPolicy passwordPolicy = PasswordPolicy.original();
    private PasswordHasher passwordHasher = BcryptPasswordHasher.create();
    private HashingBound hashingBound = HashingBound.ofThisMachine();
    private SessionPolicy sessionPolicy = SessionPolicy.original();
    private EventBus eventBus = new InProcessEventBus();
    private final List<AccountListener> listeners = new ArrayList<>();
    private Duration keepEvents = Duration.ofDays(365);
    private Clock clock = inMicroseconds(Clock.systemUTC());
    private boolean lenientConfirmation;
    private boolean strictTransactions;
    private boolean weakPasswordHashing;

    AccountsBuilder() {}

    /** Where accounts are kept; required. */
    @CanIgnoreReturnValue
    public AccountsBuilder store(AccountStore kept) {
        this.store = kept;
        return this;
    }

    /** Where jobs are queued, in the transactions of {@link #store}; required. */
    @CanIgnoreReturnValue
    public AccountsBuilder jobs(JobQueue queue) {
        this.jobs = queue;
        return this;
    }

    /** What delivers mail; required. */
    @CanIgnoreReturnValue
    public AccountsBuilder mailer(Mailer delivers) {
        this.mailer = delivers;
        return this;
    }

    /** The address users reach the site by, such as {@code https://app.example.org}; links in mails begin with it. Required. */
    @CanIgnoreReturnValue
    public AccountsBuilder publicUrl(URI url) {
        this.links = AccountLinks.under(url);
        return this;
    }

    /** The words of mails; English unless told otherwise. */
    @CanIgnoreReturnValue
    public AccountsBuilder mailTemplates(MailTemplates words) {
        this.templates = words;
        return this;
    }

    /** The rules for new passwords; the original's unless told otherwise. */
    @CanIgnoreReturnValue
    public AccountsBuilder passwordPolicy(PasswordPolicy policy) {
        this.passwordPolicy = policy;
        return this;
    }

    /** What hashes passwords; bcrypt of cost 12 unless told otherwise. */
    @CanIgnoreReturnValue
    public AccountsBuilder passwordHasher(PasswordHasher hasher) {
        this.passwordHasher = hasher;
        return this;
    }

    /** How many passwords are hashed at once; all processors but one unless told otherwise. */
    @CanIgnoreReturnValue
    public AccountsBuilder hashing(HashingBound bound) {
        this.hashingBound = bound;
        return this;
    }

    /** How long sessions last and who gets one; 14 days and everybody unless told otherwise. */
    @CanIgnoreReturnValue
    public AccountsBuilder sessions(SessionPolicy policy) {
        this.sessionPolicy = policy;
        return this;
    }

    /** What tells other parts to look; within this process unless told otherwise. */
    @CanIgnoreReturnValue
    public AccountsBuilder eventBus(EventBus bus) {
        this.eventBus = bus;
        return this;
    }

    /** Is told of every event once it is committed; call it again for one more listener. */
    @CanIgnoreReturnValue
    public AccountsBuilder listener(AccountListener told) {
        this.listeners.add(told);
        return this;
    }

    /** How long events stay until {@link Purging} deletes them, 0 to 36,500 days. Default: 365 days. */
    @CanIgnoreReturnValue
    public AccountsBuilder keepEvents(Duration time) {
        this.keepEvents = Purging.checkedKeepEvents(time);
        return this;
    }

    /** What time it is, read in whole microseconds, which every database keeps; the system's unless told otherwise. */
    @CanIgnoreReturnValue
    public AccountsBuilder clock(Clock time) {
        this.clock = inMicroseconds(time);
        return this;
    }

    /** Lets the mailed token alone confirm an address, without password or session. */
    @CanIgnoreReturnValue
    public AccountsBuilder lenientConfirmation() {
        this.lenientConfirmation = true;
        return this;
    }

    /** Makes hashing inside an open transaction an {@link IllegalStateException} instead of a warning. */
    @CanIgnoreReturnValue
    public AccountsBuilder strictTransactions() {
        this.strictTransactions = true;
        return this;
    }

    /** Accepts a hasher that protects nobody. For tests only. */
    @CanIgnoreReturnValue
    public AccountsBuilder allowWeakPasswordHashing() {
        this.weakPasswordHashing = true;
        return this;
    }

    /**
     * Checks the wiring against the database and freezes it. {@link IllegalStateException} says what is missing or
     * wrong; {@link io.accounts4j.kernel.StoreException} when the database cannot be asked.
     */
    public Accounts build() {
        AccountStore kept = required(store, "store(...), such as JdbiStore.over(jdbi) of accounts-jdbi");
        JobQueue queue = required(jobs, "jobs(...), such as the queue of accounts-jobs, or AfterCommitJobs");
        Mailer delivers = required(mailer, "mailer(...), your own Mailer or one of accounts-mail-smtp");
        AccountLinks addresses = required(links, "publicUrl(...), such as https://app.example.org");
        if (passwordHasher.isWeak() && !weakPasswordHashing) {
            throw new IllegalStateException("this password hasher is for tests; production needs bcrypt of cost "
                    + BcryptPasswordHasher.MIN_COST + " or more, and a test says allowWeakPasswordHashing()");
        }
        SharedTransaction.prove(kept.transactions(), queue);
        JobQueue announcing = AnnouncingJobQueue.over(queue, kept.transactions(), eventBus);
        return new Accounts(verbs(kept, announcing, new AccountMail(templates, addresses, delivers)), Caller.host());
    }

    private Verbs verbs(AccountStore kept, JobQueue queue, AccountMail mail) {
        TransactionGuard outside = new TransactionGuard(kept.transactions(), strictTransactions);
        Passwords passwords = new Passwords(passwordHasher, hashingBound, outside);
        EventRecorder journal = new EventRecorder(kept.events(), kept.transactions(), eventBus, listeners, clock);
        Revocation revocation = new Revocation(kept.sessions(), kept.tokens(), journal);
        Confirming.Settings confirming = new Confirming.Settings(clock, lenientConfirmation);
        List<JobHandler> handlers = List.of(
                new ConfirmationMail(kept, mail, clock),
                new WelcomeMail(kept, mail),
                new Purging(kept, keepEvents, clock),
                new Refolding(kept));
        return new Verbs(
                kept,
                new Registering(kept, queue, passwordPolicy, passwords, journal, clock),
                new Confirming(kept, queue, passwords, revocation, journal, confirming),
                new SigningIn(kept, passwords, sessionPolicy, revocation, journal, clock),
                new Verbs.Administration(
                        new Listing(kept.directory()),
                        new Updating(kept, revocation, journal, clock),
                        new Deleting(kept, revocation, journal, clock)),
                handlers);
    }

    private static Clock inMicroseconds(Clock time) {
        return Clock.tick(time, Duration.of(1, ChronoUnit.MICROS));
    }

    private static <T> T required(@Nullable T part, String remedy) {
        if (part == null) {
            throw new IllegalStateException("Accounts needs " + remedy);
        }
        return part;
    }
}
