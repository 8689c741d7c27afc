package io.accounts4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accounts4j.job.Nodes;
import io.accounts4j.job.QueueControl;
import io.accounts4j.job.QueueSetting;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of {@link QueueControl}. */
public interface QueueControlContract {

    /** Returns a new control without settings. */
    QueueControl freshControl();

    @Test
    default void atFirstNothingIsSaid() {
        assertThat(freshControl().settings()).isEmpty();
    }

    @Test
    default void aQueueIsPausedAndResumed() {
        QueueControl control = freshControl();

        control.pause("mailers", Nodes.all());
        control.pause("mailers", Nodes.all());
        assertThat(control.settings()).containsExactly(QueueSetting.paused("mailers", Nodes.all(), true));

        control.resume("mailers", Nodes.all());
        assertThat(control.settings()).containsExactly(QueueSetting.paused("mailers", Nodes.all(), false));
    }

    @Test
    default void oneNodeMayDifferFromTheOthers() {
        QueueControl control = freshControl();

        control.pause("mailers", Nodes.named("b"));
        control.pause("events", Nodes.named("b"));
        control.resume("mailers", Nodes.named("a"));
        control.pause("mailers", Nodes.all());
        control.resume("mailers", Nodes.named("b"));

        assertThat(control.settings())
                .containsExactly(
                        QueueSetting.paused("events", Nodes.named("b"), true),
                        QueueSetting.paused("mailers", Nodes.all(), true),
                        QueueSetting.paused("mailers", Nodes.named("b"), false));
    }

    @Test
    default void whatIsSaidForAllTakesThePlaceOfWhatWasSaidForOneAndNothingElse() {
        QueueControl control = freshControl();
        Nodes one = Nodes.named("a");
        control.pause("mailers", one);
        control.stop("mailers", one);
        control.scale("mailers", 7, one);

        control.resume("mailers", Nodes.all());
        assertThat(control.settings())
                .containsExactly(
                        QueueSetting.paused("mailers", Nodes.all(), false),
                        new QueueSetting("mailers", one, Optional.empty(), Optional.of(true), Optional.of(7)));

        control.scale("mailers", 3, Nodes.all());
        assertThat(control.settings())
                .containsExactly(
                        new QueueSetting("mailers", Nodes.all(), Optional.of(false), Optional.empty(), Optional.of(3)),
                        QueueSetting.stopped("mailers", one));

        control.stop("mailers", Nodes.all());
        assertThat(control.settings())
                .containsExactly(new QueueSetting(
                        "mailers", Nodes.all(), Optional.of(false), Optional.of(true), Optional.of(3)));
    }

    @Test
    default void namesThatDifferInCaseAreTwo() {
        QueueControl control = freshControl();

        control.pause("mailers", Nodes.named("a"));
        control.resume("mailers", Nodes.named("A"));
        control.resume("Mailers", Nodes.named("a"));

        assertThat(control.settings())
                .containsExactlyInAnyOrder(
                        QueueSetting.paused("mailers", Nodes.named("a"), true),
                        QueueSetting.paused("mailers", Nodes.named("A"), false),
                        QueueSetting.paused("Mailers", Nodes.named("a"), false));
    }

    @Test
    default void aQueueIsScaledStoppedAndStarted() {
        QueueControl control = freshControl();

        control.scale("mailers", 3, Nodes.all());
        control.stop("mailers", Nodes.all());
        assertThat(control.settings())
                .containsExactly(
                        new QueueSetting("mailers", Nodes.all(), Optional.empty(), Optional.of(true), Optional.of(3)));

        control.pause("mailers", Nodes.all());
        control.start("mailers", 5, Nodes.all());
        assertThat(control.settings())
                .containsExactly(new QueueSetting(
                        "mailers", Nodes.all(), Optional.of(false), Optional.of(false), Optional.of(5)));
    }

    @Test
    default void whatWasSaidIsForgotten() {
        QueueControl control = freshControl();
        control.pause("mailers", Nodes.all());
        control.pause("mailers", Nodes.named("a"));
        control.pause("events", Nodes.all());

        control.reset("mailers");

        assertThat(control.settings()).containsExactly(QueueSetting.paused("events", Nodes.all(), true));
    }

    @Test
    default void racersAreAllHeard() {
        QueueControl control = freshControl();

        var unused = Race.between(8, i -> {
            if (i % 2 == 0) {
                control.pause("mailers", Nodes.all());
            } else {
                control.scale("mailers", 4, Nodes.all());
            }
            return i;
        });

        assertThat(control.settings())
                .containsExactly(
                        new QueueSetting("mailers", Nodes.all(), Optional.of(true), Optional.empty(), Optional.of(4)));
    }

    @Test
    default void whatCouldNotBeIsRefused() {
        QueueControl control = freshControl();
        control.scale("mailers", 3, Nodes.all());

        assertThatThrownBy(() -> control.scale("mailers", 0, Nodes.all())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> control.start("mailers", 0, Nodes.all())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> control.pause(" ", Nodes.all())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> control.pause("q".repeat(128), Nodes.all()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(control.settings()).containsExactly(QueueSetting.scaled("mailers", Nodes.all(), 3));
    }
}
