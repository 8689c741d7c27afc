package io.accounts4j.testkit;

import io.accounts4j.job.AbstractJobConsole;
import io.accounts4j.job.JobCount;
import io.accounts4j.job.JobDetail;
import io.accounts4j.job.JobFilter;
import io.accounts4j.job.JobId;
import io.accounts4j.job.JobOperation;
import io.accounts4j.job.JobState;
import io.accounts4j.job.JobSummary;
import io.accounts4j.page.Cursor;
import io.accounts4j.page.Slice;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The console of {@link InMemoryJobs}. A job executes while {@link InMemoryJobs#drain} is in its handler. Thread-safe. */
public final class InMemoryJobConsole extends AbstractJobConsole {

    private static final int MOST = 1_000;

    private final InMemoryJobs jobs;

    /** A console over {@code jobs}. */
    public InMemoryJobConsole(InMemoryJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public List<JobCount> counts() {
        return jobs.all().stream()
                .collect(Collectors.groupingBy(
                        job -> Map.entry(job.job().options().queue(), job.state()), Collectors.counting()))
                .entrySet()
                .stream()
                .map(count ->
                        new JobCount(count.getKey().getKey(), count.getKey().getValue(), count.getValue(), true))
                .sorted(Comparator.comparing(JobCount::queue).thenComparing(JobCount::state))
                .toList();
    }

    @Override
    public Slice<JobSummary> list(JobFilter filter, Cursor position, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a list has 1 to " + MOST + " jobs, not " + limit);
        }
        List<InMemoryJob> all = jobs.all().stream()
                .filter(job -> matches(filter, job))
                .sorted(Comparator.comparingLong((InMemoryJob job) -> job.id().value())
                        .reversed())
                .toList();
        int here = (int) all.stream().filter(job -> isBefore(job, position)).count();
        int from = position.backward() ? Math.max(0, here - limit) : here;
        int to = position.backward() ? here : Math.min(all.size(), here + limit);
        List<InMemoryJob> items = all.subList(from, to);
        return new Slice<>(
                items.stream().map(InMemoryJobConsole::summary).toList(),
                to < all.size() ? items.stream().reduce((a, b) -> b).map(job -> after(job)) : Optional.empty(),
                from > 0 ? items.stream().findFirst().map(job -> before(job)) : Optional.empty());
    }

    /** No job is about anybody here: {@link io.accounts4j.job.NewJob} names no subject. */
    private boolean matches(JobFilter filter, InMemoryJob job) {
        return filter.state().map(job.state()::equals).orElse(true)
                && filter.queue().map(job.job().options().queue()::equals).orElse(true)
                && filter.kind().map(job.job().kind()::equals).orElse(true)
                && filter.tag().map(job.job().options().tags()::contains).orElse(true)
                && filter.subject().isEmpty()
                && filter.age()
                        .map(age -> !job.past().insertedAt().isAfter(now().minus(age)))
                        .orElse(true);
    }

    private static boolean isBefore(InMemoryJob job, Cursor position) {
        return position.item()
                .map(item -> Long.compare(Long.parseLong(item.id()), job.id().value()))
                .filter(compared -> position.backward() ? compared < 0 : compared <= 0)
                .isPresent();
    }

    private static Cursor after(InMemoryJob job) {
        return Cursor.after(job.id().toString(), job.id().toString());
    }

    private static Cursor before(InMemoryJob job) {
        return Cursor.before(job.id().toString(), job.id().toString());
    }

    @Override
    public Optional<JobDetail> find(JobId id) {
        return jobs.all().stream()
                .filter(job -> job.id().equals(id))
                .findFirst()
                .map(job -> new JobDetail(
                        summary(job),
                        job.job().options().priority(),
                        Optional.of(json(job.job().arguments())),
                        job.past().errors(),
                        Optional.empty(),
                        job.past().cancelRequested()));
    }

    private static String json(Map<String, String> arguments) {
        return new TreeMap<>(arguments)
                .entrySet().stream()
                        .map(argument -> quoted(argument.getKey()) + ": " + quoted(argument.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String quoted(String text) {
        return text.codePoints()
                .mapToObj(c -> c < ' ' || c == '"' || c == '\\'
                        ? String.format(Locale.ROOT, "\\u%04x", c)
                        : Character.toString(c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static JobSummary summary(InMemoryJob job) {
        return new JobSummary(
                job.id(),
                job.job().kind(),
                job.job().options().queue(),
                job.state(),
                new JobSummary.Attempts(job.attempts(), job.job().options().maxAttempts()),
                new JobSummary.Times(
                        job.past().insertedAt(),
                        job.dueAt(),
                        job.past().attemptedAt(),
                        job.past().finalizedAt()),
                job.job().options().tags());
    }

    @Override
    public int applyToAll(JobOperation operation, JobFilter filter, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(
                    "limit must be >= 1, got " + limit + "; give how many jobs to change at most");
        }
        return (int) jobs.all().stream()
                .filter(job -> matches(filter, job))
                .sorted(Comparator.comparingLong(job -> job.id().value()))
                .filter(job -> apply(operation, job.id()))
                .limit(limit)
                .count();
    }

    @Override
    protected boolean apply(JobOperation operation, JobId id) {
        return switch (operation.action()) {
            case RETRY -> retryNow(id);
            case CANCEL -> callOff(id);
            case DISCARD -> change(id, job -> job.state().isWaiting(), job -> job.ended(JobState.DISCARDED, now()));
            case RESCHEDULE ->
                change(
                        id,
                        job -> job.state().isWaiting(),
                        job -> job.rescheduled(operation.at().orElseThrow()));
            case DELETE -> remove(id);
        };
    }

    private boolean retryNow(JobId id) {
        return change(
                id,
                job -> job.state() != JobState.AVAILABLE && job.state() != JobState.EXECUTING,
                job -> job.retriedByHand(now()));
    }

    private boolean callOff(JobId id) {
        return change(
                id,
                job -> !job.state().isFinal(),
                job -> job.state() == JobState.EXECUTING
                        ? job.cancelRequested()
                        : job.ended(JobState.CANCELLED, now()));
    }

    private boolean remove(JobId id) {
        Database database = jobs.database();
        return database.run(transaction -> {
            boolean there = database.jobs
                    .get(transaction, id.value())
                    .filter(job -> job.state() != JobState.EXECUTING)
                    .isPresent();
            if (there) {
                database.jobs.remove(transaction, id.value());
            }
            return there;
        });
    }

    private Instant now() {
        return jobs.clock().instant();
    }

    private boolean change(JobId id, Predicate<InMemoryJob> wanted, UnaryOperator<InMemoryJob> change) {
        Database database = jobs.database();
        return database.run(transaction -> {
            database.lock(transaction, id);
            Optional<InMemoryJob> found =
                    database.jobs.get(transaction, id.value()).filter(wanted);
            found.ifPresent(job -> database.jobs.put(transaction, id.value(), change.apply(job)));
            return found.isPresent();
        });
    }
}
