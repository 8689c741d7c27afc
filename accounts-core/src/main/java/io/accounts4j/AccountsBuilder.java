package io.accounts4j;

import io.accounts4j.confirmation.ConfirmationSettings;
import io.accounts4j.event.AccountListener;
import io.accounts4j.event.Caller;
import io.accounts4j.event.EventBus;
import io.accounts4j.event.InProcessEventBus;
import io.accounts4j.internal.AccountMail;
import io.accounts4j.internal.EventRecorder;
import io.accounts4j.internal.MailRequests;
import io.accounts4j.internal.Parts;
import io.accounts4j.internal.Passwords;
import io.accounts4j.internal.SharedTransaction;
import io.accounts4j.internal.TransactionGuard;
import io.accounts4j.job.AnnouncingJobQueue;
import io.accounts4j.job.JobQueue;
import io.accounts4j.kernel.CanIgnoreReturnValue;
import io.accounts4j.mail.AccountLinks;
import io.accounts4j.mail.MailTemplates;
import io.accounts4j.mail.Mailer;
import io.accounts4j.password.BcryptPasswordHasher;
import io.accounts4j.password.HashingBound;
import io.accounts4j.password.PasswordHasher;
import io.accounts4j.password.PasswordPolicy;
import io.accounts4j.purging.PurgingSettings;
import io.accounts4j.session.SessionPolicy;
import io.accounts4j.store.AccountStore;
import io.accounts4j.transaction.Transactions;
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
    private FeatureSettings settings = FeatureSettings.standard();
    private EventBus eventBus = new InProcessEventBus();
    private final List<AccountListener> listeners = new ArrayList<>();
    private Clock clock = inMicroseconds(Clock.systemUTC());
    private boolean strictTransactions;
    private boolean weakPasswordHashing;

    AccountsBuilder() {}

    /** Sets the store. Required. */
    @CanIgnoreReturnValue
    public AccountsBuilder store(AccountStore accountStore) {
        this.store = accountStore;
        return this;
    }

    /** Sets the job queue, which writes in the transactions of {@link #store}. Required. */
    @CanIgnoreReturnValue
    public AccountsBuilder jobs(JobQueue queue) {
        this.jobs = queue;
        return this;
    }

    /** Sets the mailer. Required. */
    @CanIgnoreReturnValue
    public AccountsBuilder mailer(Mailer mailTransport) {
        this.mailer = mailTransport;
        return this;
    }

    /** Sets the public address of the site, such as {@code https://app.example.org}; links in mails begin with it. Required. */
    @CanIgnoreReturnValue
    public AccountsBuilder publicUrl(URI url) {
        this.links = AccountLinks.under(url);
        return this;
    }

    /** Sets the templates of mails. Default: English. */
    @CanIgnoreReturnValue
    public AccountsBuilder mailTemplates(MailTemplates mailTemplates) {
        this.templates = mailTemplates;
        return this;
    }

    /** Sets the rules for new passwords. Default: {@link PasswordPolicy#original}. */
    @CanIgnoreReturnValue
    public AccountsBuilder passwordPolicy(PasswordPolicy policy) {
        this.passwordPolicy = policy;
        return this;
    }

    /** Sets the password hasher. Default: bcrypt of cost 12. */
    @CanIgnoreReturnValue
    public AccountsBuilder passwordHasher(PasswordHasher hasher) {
        this.passwordHasher = hasher;
        return this;
    }

    /** Sets how many passwords are hashed at once. Default: all processors but one. */
    @CanIgnoreReturnValue
    public AccountsBuilder hashing(HashingBound bound) {
        this.hashingBound = bound;
        return this;
    }

    /** Sets what proves an address. Default: the mailed token together with the password or a session. */
    @CanIgnoreReturnValue
    public AccountsBuilder confirmation(ConfirmationSettings confirmation) {
        this.settings = settings.with(confirmation);
        return this;
    }

    /** Sets how long sessions last and who gets one. Default: 14 days, unconfirmed users too. */
    @CanIgnoreReturnValue
    public AccountsBuilder sessions(SessionPolicy policy) {
        this.settings = settings.with(policy);
        return this;
    }

    /** Sets how long events are kept. Default: 365 days. */
    @CanIgnoreReturnValue
    public AccountsBuilder purging(PurgingSettings purging) {
        this.settings = settings.with(purging);
        return this;
    }

    /** Sets the event bus. Default: in-process. */
    @CanIgnoreReturnValue
    public AccountsBuilder eventBus(EventBus bus) {
        this.eventBus = bus;
        return this;
    }

    /** Adds a listener that is called with every event once it is committed. */
    @CanIgnoreReturnValue
    public AccountsBuilder listener(AccountListener listener) {
        this.listeners.add(listener);
        return this;
    }

    /** Sets the clock, read in whole microseconds, which every database keeps. Default: the system's. */
    @CanIgnoreReturnValue
    public AccountsBuilder clock(Clock time) {
        this.clock = inMicroseconds(time);
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
     * Checks the wiring against the database and freezes it. Throws {@link IllegalStateException} if a part is missing or
     * wrong; {@link io.accounts4j.kernel.StoreException} if the database cannot be reached.
     */
    public Accounts build() {
        AccountStore accountStore = required(store, "store(...), such as JdbiStore.over(jdbi) of accounts-jdbi");
        JobQueue queue = required(jobs, "jobs(...), such as the queue of accounts-jobs, or AfterCommitJobs");
        Mailer mailTransport = required(mailer, "mailer(...), your own Mailer or one of accounts-mail-smtp");
        AccountLinks addresses = required(links, "publicUrl(...), such as https://app.example.org");
        if (passwordHasher.isWeak() && !weakPasswordHashing) {
            throw new IllegalStateException("this password hasher is for tests; production needs bcrypt of cost "
                    + BcryptPasswordHasher.MIN_COST + " or more, and a test says allowWeakPasswordHashing()");
        }
        SharedTransaction.prove(accountStore.transactions(), queue);
        AccountMail mail = new AccountMail(templates, addresses, mailTransport);
        return new Accounts(parts(accountStore, queue, mail), settings, Caller.host());
    }

    private Parts parts(AccountStore accountStore, JobQueue queue, AccountMail mail) {
        Transactions transactions = accountStore.transactions();
        JobQueue announcing = AnnouncingJobQueue.over(queue, transactions, eventBus);
        TransactionGuard guard = new TransactionGuard(transactions, strictTransactions);
        return new Parts(
                accountStore,
                announcing,
                new Passwords(passwordPolicy, passwordHasher, hashingBound, guard),
                new EventRecorder(accountStore.events(), transactions, eventBus, listeners, clock),
                mail,
                new MailRequests(accountStore.users(), announcing),
                clock);
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
