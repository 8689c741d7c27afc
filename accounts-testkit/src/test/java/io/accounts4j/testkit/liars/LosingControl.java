package io.accounts4j.testkit.liars;

import io.accounts4j.job.Nodes;
import io.accounts4j.job.QueueControl;
import io.accounts4j.job.QueueSetting;
import io.accounts4j.testkit.InMemoryQueueControl;
import io.accounts4j.testkit.contract.QueueControlContract;
import java.util.List;

/** Reads the setting of a queue, then writes the changed setting, and so loses concurrent changes. */
class LosingControl implements QueueControlContract {

    @Override
    public QueueControl freshControl() {
        QueueControl honest = new InMemoryQueueControl();
        Meeting meeting = Meeting.ofEight();
        QueueControl pausing = Lie.in(QueueControl.class, "pause", honest, arguments -> {
            Nodes nodes = (Nodes) arguments[1];
            write(honest, meeting, QueueSetting.paused((String) arguments[0], nodes, true));
            return null;
        });
        return Lie.in(QueueControl.class, "scale", pausing, arguments -> {
            Nodes nodes = (Nodes) arguments[2];
            write(honest, meeting, QueueSetting.scaled((String) arguments[0], nodes, (int) arguments[1]));
            return null;
        });
    }

    private static void write(QueueControl honest, Meeting meeting, QueueSetting said) {
        List<QueueSetting> before = honest.settings();
        meeting.await();
        synchronized (meeting) {
            if (!honest.settings().equals(before)) {
                honest.reset(said.queue());
            }
            said.paused().ifPresent(paused -> honest.pause(said.queue(), said.nodes()));
            said.limit().ifPresent(limit -> honest.scale(said.queue(), limit, said.nodes()));
        }
    }
}
