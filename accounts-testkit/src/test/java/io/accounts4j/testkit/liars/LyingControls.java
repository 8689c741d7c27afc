package io.accounts4j.testkit.liars;

import io.accounts4j.job.Nodes;
import io.accounts4j.job.QueueControl;
import io.accounts4j.job.QueueSetting;
import io.accounts4j.testkit.InMemoryQueueControl;
import io.accounts4j.testkit.contract.QueueControlContract;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Controls of queues that lose settings. */
final class LyingControls {

    private LyingControls() {}

    /** The effect of a lying method. */
    private interface Lies {
        void say(QueueControl honest, String queue, Nodes nodes);
    }

    private static QueueControl in(String method, Lies lies) {
        QueueControl honest = new InMemoryQueueControl();
        return Lie.in(QueueControl.class, method, honest, arguments -> {
            lies.say(honest, (String) arguments[0], (Nodes) arguments[arguments.length - 1]);
            return null;
        });
    }

    private static List<QueueSetting> about(QueueControl honest, String queue) {
        return honest.settings().stream()
                .filter(setting -> setting.queue().equals(queue))
                .toList();
    }

    private static Optional<QueueSetting> about(QueueControl honest, String queue, Nodes nodes) {
        return about(honest, queue).stream()
                .filter(setting -> setting.nodes().equals(nodes))
                .findFirst();
    }

    /** Tells what holds by itself as if somebody had said it. */
    static class TellingDefaults implements QueueControlContract {
        @Override
        public QueueControl freshControl() {
            QueueControl honest = new InMemoryQueueControl();
            return Lie.in(
                    QueueControl.class,
                    "settings",
                    honest,
                    arguments -> honest.settings().isEmpty()
                            ? List.of(QueueSetting.paused("default", Nodes.all(), false))
                            : honest.settings());
        }
    }

    /** Takes a pause back as if nothing had been said. */
    static class TakingThePauseBack implements QueueControlContract {
        @Override
        public QueueControl freshControl() {
            return in("resume", (honest, queue, nodes) -> {
                if (nodes.equals(Nodes.all()) && about(honest, queue, nodes).isPresent()) {
                    honest.reset(queue);
                } else {
                    honest.resume(queue, nodes);
                }
            });
        }
    }

    /** Puts node before queue. */
    static class SortingByNode implements QueueControlContract {
        @Override
        public QueueControl freshControl() {
            QueueControl honest = new InMemoryQueueControl();
            return Lie.in(
                    QueueControl.class,
                    "settings",
                    honest,
                    arguments -> honest.settings().stream()
                            .sorted(Comparator.comparing(
                                    setting -> setting.nodes().name().orElse("")))
                            .toList());
        }
    }

    /** Has what was said for all hold for good. */
    static class AllowingNoException implements QueueControlContract {
        @Override
        public QueueControl freshControl() {
            return in("resume", (honest, queue, nodes) -> {
                if (nodes.equals(Nodes.all())
                        || about(honest, queue, Nodes.all()).isEmpty()) {
                    honest.resume(queue, nodes);
                }
            });
        }
    }

    /** Forgets with one word for all whatever was said for one. */
    static class SweepingForAll implements QueueControlContract {
        @Override
        public QueueControl freshControl() {
            return in("resume", (honest, queue, nodes) -> {
                if (nodes.equals(Nodes.all())) {
                    honest.reset(queue);
                }
                honest.resume(queue, nodes);
            });
        }
    }

    /** Keeps the limit of one where another was set for all. */
    static class KeepingTheLimitOfOne implements QueueControlContract {
        @Override
        public QueueControl freshControl() {
            QueueControl honest = new InMemoryQueueControl();
            return Lie.in(QueueControl.class, "scale", honest, arguments -> {
                String queue = (String) arguments[0];
                List<QueueSetting> before = about(honest, queue);
                honest.scale(queue, (int) arguments[1], (Nodes) arguments[2]);
                before.stream()
                        .filter(setting -> setting.nodes().name().isPresent())
                        .forEach(setting ->
                                setting.limit().ifPresent(limit -> honest.scale(queue, limit, setting.nodes())));
                return null;
            });
        }
    }

    /** Starts a queue and leaves it paused. */
    static class LeavingThePause implements QueueControlContract {
        @Override
        public QueueControl freshControl() {
            QueueControl honest = new InMemoryQueueControl();
            return Lie.in(QueueControl.class, "start", honest, arguments -> {
                String queue = (String) arguments[0];
                Nodes nodes = (Nodes) arguments[2];
                boolean paused = about(honest, queue, nodes)
                        .flatMap(QueueSetting::paused)
                        .orElse(false);
                honest.start(queue, (int) arguments[1], nodes);
                if (paused) {
                    honest.pause(queue, nodes);
                }
                return null;
            });
        }
    }

    /** Forgets what was said for all, and no more. */
    static class ForgettingForAllOnly implements QueueControlContract {
        @Override
        public QueueControl freshControl() {
            QueueControl honest = new InMemoryQueueControl();
            return Lie.in(QueueControl.class, "reset", honest, arguments -> {
                List<QueueSetting> before = about(honest, (String) arguments[0]);
                honest.reset((String) arguments[0]);
                before.stream()
                        .filter(setting -> setting.nodes().name().isPresent())
                        .forEach(setting -> honest.pause(setting.queue(), setting.nodes()));
                return null;
            });
        }
    }

    /** Forgets what was said about other queues as well. */
    static class ForgettingEverything implements QueueControlContract {
        @Override
        public QueueControl freshControl() {
            QueueControl honest = new InMemoryQueueControl();
            return Lie.in(QueueControl.class, "reset", honest, arguments -> {
                honest.settings().forEach(setting -> honest.reset(setting.queue()));
                return null;
            });
        }
    }

    /** Compares as a database does that was set up without care. */
    static class IgnoringCase implements QueueControlContract {
        @Override
        public QueueControl freshControl() {
            return in("resume", (honest, queue, nodes) -> honest.resume(queue.toLowerCase(Locale.ROOT), nodes));
        }
    }

    /** Makes of a limit that cannot be the nearest that can. */
    static class RoundingLimits implements QueueControlContract {
        @Override
        public QueueControl freshControl() {
            QueueControl honest = new InMemoryQueueControl();
            return Lie.in(QueueControl.class, "scale", honest, arguments -> {
                honest.scale((String) arguments[0], Math.max(1, (int) arguments[1]), (Nodes) arguments[2]);
                return null;
            });
        }
    }

    /** Makes names as short as its column is. */
    static class CuttingNames implements QueueControlContract {
        @Override
        public QueueControl freshControl() {
            return in(
                    "pause",
                    (honest, queue, nodes) -> honest.pause(queue.substring(0, Math.min(127, queue.length())), nodes));
        }
    }
}
