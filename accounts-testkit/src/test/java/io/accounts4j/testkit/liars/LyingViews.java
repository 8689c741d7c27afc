package io.accounts4j.testkit.liars;

import io.accounts4j.job.JobConsole;
import io.accounts4j.job.JobCount;
import io.accounts4j.job.JobDetail;
import io.accounts4j.job.JobError;
import io.accounts4j.job.JobFilter;
import io.accounts4j.job.JobSummary;
import io.accounts4j.page.Cursor;
import io.accounts4j.page.Slice;
import io.accounts4j.testkit.contract.JobConsoleContract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Consoles with wrong lists, counts and details. */
final class LyingViews {

    private LyingViews() {}

    /** The result of a lying list. */
    private interface Listing {
        Slice<JobSummary> list(JobConsole honest, JobFilter filter, Cursor position, int limit);
    }

    private static LyingConsole listing(Listing lie) {
        return LyingConsole.in(
                "list",
                (honest, arguments) ->
                        lie.list(honest, (JobFilter) arguments[0], (Cursor) arguments[1], (int) arguments[2]));
    }

    private static LyingConsole showingErrors(Function<JobDetail, List<JobError>> lie) {
        return LyingConsole.showing(job -> new JobDetail(
                job.summary(), job.priority(), job.arguments(), lie.apply(job), job.node(), job.cancelRequested()));
    }

    /** Counts no job that is over. */
    static class CountingWhatIsLeft implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return LyingConsole.in(
                    "counts",
                    (honest, arguments) -> honest.counts().stream()
                            .filter(count -> !count.state().isFinal())
                            .toList());
        }
    }

    /** Counts states without asking for the queue. */
    static class CountingAllQueuesAsOne implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return LyingConsole.in(
                    "counts",
                    (honest, arguments) -> honest.counts().stream()
                            .map(count -> new JobCount("mailers", count.state(), count.count(), true))
                            .toList());
        }
    }

    /** Takes a full page for a sign that there is another one. */
    static class PromisingMore implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return listing((honest, filter, position, limit) -> {
                Slice<JobSummary> page = honest.list(filter, position, limit);
                if (page.items().size() < limit) {
                    return page;
                }
                String last = page.items().get(limit - 1).id().toString();
                return new Slice<>(page.items(), Optional.of(Cursor.after(last, last)), page.previous());
            });
        }
    }

    /** Pages back to the first page, wherever it was left. */
    static class BackToTheStart implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return listing((honest, filter, position, limit) ->
                    honest.list(filter, position.backward() ? Cursor.start() : position, limit));
        }
    }

    /** Has cursors that count jobs from the newest on. */
    static class CountingFromTheNewest implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return listing((honest, filter, position, limit) -> {
                var unused = honest.list(filter, position, limit);
                List<JobSummary> all =
                        honest.list(filter, Cursor.start(), 1_000).items();
                int here =
                        position.item().map(item -> Integer.parseInt(item.id())).orElse(0);
                int from = position.backward() ? Math.max(0, here - limit) : here;
                int to = Math.min(all.size(), position.backward() ? here : from + limit);
                String first = Integer.toString(from);
                String end = Integer.toString(to);
                return new Slice<>(
                        all.subList(from, to),
                        to < all.size() ? Optional.of(Cursor.after(end, end)) : Optional.empty(),
                        from > 0 ? Optional.of(Cursor.before(first, first)) : Optional.empty());
            });
        }
    }

    /** Begins anew where the job that a cursor names is gone. */
    static class LosingItsPlace implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return listing((honest, filter, position, limit) -> {
                boolean known = honest.list(JobFilter.all(), Cursor.start(), 1_000).items().stream()
                        .map(job -> Optional.of(job.id().toString()))
                        .anyMatch(position.item().map(Cursor.Item::id)::equals);
                return honest.list(filter, known ? position : Cursor.start(), limit);
            });
        }
    }

    /** Takes as many jobs as were asked for, and then those of them that were meant. */
    static class CuttingBeforeFiltering implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return listing((honest, filter, position, limit) -> {
                Slice<JobSummary> page = honest.list(JobFilter.all(), position, limit);
                List<JobSummary> meant =
                        honest.list(filter, Cursor.start(), 1_000).items();
                List<JobSummary> kept =
                        page.items().stream().filter(meant::contains).toList();
                return new Slice<>(kept, page.next(), page.previous());
            });
        }
    }

    /** Compares as a database does that was set up without care. */
    static class IgnoringCase implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return listing((honest, filter, position, limit) -> honest.list(
                    new JobFilter(
                            filter.state(),
                            lower(filter.queue()),
                            lower(filter.kind()),
                            filter.subject(),
                            filter.age(),
                            filter.tag()),
                    position,
                    limit));
        }

        private static Optional<String> lower(Optional<String> name) {
            return name.map(text -> text.toLowerCase(Locale.ROOT));
        }
    }

    /** Finds a tag by its end. */
    static class MatchingTagsInPart implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return listing((honest, filter, position, limit) -> {
                JobFilter others = new JobFilter(
                        filter.state(),
                        filter.queue(),
                        filter.kind(),
                        filter.subject(),
                        filter.age(),
                        Optional.empty());
                Slice<JobSummary> page = honest.list(others, position, limit);
                List<JobSummary> kept = page.items().stream()
                        .filter(job -> filter.tag()
                                .map(tag -> job.tags().stream().anyMatch(stored -> stored.endsWith(tag)))
                                .orElse(true))
                        .toList();
                return new Slice<>(kept, page.next(), page.previous());
            });
        }
    }

    /** Gives as many as it likes where it is asked for too many. */
    static class CappingSilently implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return listing((honest, filter, position, limit) -> honest.list(filter, position, Math.min(limit, 1_000)));
        }
    }

    /** Says when a job was due at first, not when it is. */
    static class DueAsAtFirst implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return LyingConsole.showing(job -> new JobDetail(
                    dueWhenInserted(job.summary()),
                    job.priority(),
                    job.arguments(),
                    job.errors(),
                    job.node(),
                    job.cancelRequested()));
        }

        private static JobSummary dueWhenInserted(JobSummary job) {
            JobSummary.Times times = job.times();
            return new JobSummary(
                    job.id(),
                    job.kind(),
                    job.queue(),
                    job.state(),
                    job.attempts(),
                    new JobSummary.Times(
                            times.insertedAt(), times.insertedAt(), times.attemptedAt(), times.finalizedAt()),
                    job.tags());
        }
    }

    /** Shows the latest error first. */
    static class LatestErrorFirst implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return showingErrors(job -> {
                List<JobError> errors = new ArrayList<>(job.errors());
                Collections.reverse(errors);
                return errors;
            });
        }
    }

    /** Keeps the latest error in place of those before. */
    static class LatestErrorOnly implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return showingErrors(job -> job.errors()
                    .subList(Math.max(0, job.errors().size() - 1), job.errors().size()));
        }
    }
}
