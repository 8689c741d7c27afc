package io.accounts4j.testkit;

import io.accounts4j.job.AbstractQueueControl;
import io.accounts4j.job.Nodes;
import io.accounts4j.job.QueueSetting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps settings of queues. {@link InMemoryJobs} ignores them: a test drains at any time. Thread-safe. */
public final class InMemoryQueueControl extends AbstractQueueControl {

    private final List<QueueSetting> settings = new ArrayList<>();

    /** A control without settings. */
    public InMemoryQueueControl() {}

    @Override
    public synchronized void reset(String queue) {
        settings.removeIf(setting -> setting.queue().equals(queue));
    }

    @Override
    public synchronized List<QueueSetting> settings() {
        return settings.stream()
                .sorted(Comparator.comparing(QueueSetting::queue)
                        .thenComparing(setting -> setting.nodes().name().orElse("")))
                .toList();
    }

    @Override
    protected synchronized void apply(QueueSetting said) {
        if (said.nodes().equals(Nodes.all())) {
            settings.replaceAll(setting ->
                    setting.queue().equals(said.queue()) && !setting.nodes().equals(Nodes.all())
                            ? without(setting, said)
                            : setting);
            settings.removeIf(InMemoryQueueControl::saysNothing);
        }
        QueueSetting before = settings.stream()
                .filter(setting -> isAbout(setting, said))
                .findFirst()
                .orElse(new QueueSetting(
                        said.queue(), said.nodes(), Optional.empty(), Optional.empty(), Optional.empty()));
        settings.removeIf(setting -> isAbout(setting, said));
        settings.add(new QueueSetting(
                said.queue(),
                said.nodes(),
                said.paused().or(before::paused),
                said.stopped().or(before::stopped),
                said.limit().or(before::limit)));
    }

    private static boolean isAbout(QueueSetting setting, QueueSetting said) {
        return setting.queue().equals(said.queue()) && setting.nodes().equals(said.nodes());
    }

    private static QueueSetting without(QueueSetting setting, QueueSetting said) {
        return new QueueSetting(
                setting.queue(),
                setting.nodes(),
                setting.paused().filter(value -> said.paused().isEmpty()),
                setting.stopped().filter(value -> said.stopped().isEmpty()),
                setting.limit().filter(value -> said.limit().isEmpty()));
    }

    private static boolean saysNothing(QueueSetting setting) {
        return setting.paused().isEmpty()
                && setting.stopped().isEmpty()
                && setting.limit().isEmpty();
    }
}
