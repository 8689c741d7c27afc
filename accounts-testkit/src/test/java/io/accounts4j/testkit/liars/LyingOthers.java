package io.accounts4j.testkit.liars;

import io.accounts4j.event.EventBus;
import io.accounts4j.event.Signal;
import io.accounts4j.health.Health;
import io.accounts4j.health.HealthCheck;
import io.accounts4j.mail.Mail;
import io.accounts4j.mail.Mailer;
import io.accounts4j.password.Password;
import io.accounts4j.password.PasswordHash;
import io.accounts4j.password.PasswordHasher;
import io.accounts4j.testkit.FastPasswordHasher;
import io.accounts4j.testkit.RecordingMailer;
import io.accounts4j.testkit.contract.EventBusContract;
import io.accounts4j.testkit.contract.HealthCheckContract;
import io.accounts4j.testkit.contract.MailerContract;
import io.accounts4j.testkit.contract.PasswordHasherContract;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Lies beside the stores. */
final class LyingOthers {

    private LyingOthers() {}

    /** Lets a subscriber's exception out. */
    static class FragileBus implements EventBusContract {
        @Override
        public EventBus bus() {
            List<Consumer<Signal>> subscribers = new CopyOnWriteArrayList<>();
            return new EventBus() {
                @Override
                public void publish(Signal signal) {
                    subscribers.forEach(subscriber -> subscriber.accept(signal));
                }

                @Override
                public Subscription subscribe(String topic, Consumer<Signal> subscriber) {
                    Consumer<Signal> own = signal -> {
                        if (signal.topic().equals(topic)) {
                            subscriber.accept(signal);
                        }
                    };
                    subscribers.add(own);
                    return () -> subscribers.remove(own);
                }
            };
        }
    }

    /** Hashes the first 72 bytes of whatever it is given. */
    static class TruncatingHasher implements PasswordHasherContract {
        @Override
        public PasswordHasher hasher() {
            PasswordHasher honest = FastPasswordHasher.create();
            return Lie.in(PasswordHasher.class, "verify", honest, arguments -> {
                String typed = ((Password) arguments[0]).reveal();
                String cut = typed.substring(0, Math.min(72, typed.length()));
                return honest.verify(Password.of(cut), (PasswordHash) arguments[1]);
            });
        }
    }

    /** Fails on what it cannot hash, and so is quicker than a check. */
    static class FailingHasher implements PasswordHasherContract {
        @Override
        public PasswordHasher hasher() {
            PasswordHasher honest = FastPasswordHasher.create();
            return Lie.in(PasswordHasher.class, "verify", honest, arguments -> {
                if (!honest.accepts((Password) arguments[0])) {
                    throw new IllegalArgumentException("too long");
                }
                return honest.verify((Password) arguments[0], (PasswordHash) arguments[1]);
            });
        }
    }

    /** Takes a hash that it cannot read for one that costs nothing. */
    static class FreelyRefusingHasher implements PasswordHasherContract {
        @Override
        public PasswordHasher hasher() {
            PasswordHasher honest = FastPasswordHasher.create();
            return Lie.in(PasswordHasher.class, "work", honest, arguments -> {
                PasswordHash hash = (PasswordHash) arguments[0];
                return hash.encoded().startsWith("$2") ? honest.work(hash) : 0L;
            });
        }
    }

    /** Sends everything twice. */
    static class StutteringMailer implements MailerContract {
        private final RecordingMailer honest = new RecordingMailer();

        @Override
        public Mailer mailer() {
            return mail -> {
                honest.deliver(mail);
                honest.deliver(mail);
            };
        }

        @Override
        public List<Mail> received() {
            return honest.all();
        }
    }

    /** Fails where it should answer. */
    static class FailingHealthCheck implements HealthCheckContract {
        @Override
        public HealthCheck working() {
            return check(false);
        }

        @Override
        public HealthCheck broken() {
            return check(true);
        }

        private static HealthCheck check(boolean fails) {
            return new HealthCheck() {
                @Override
                public String name() {
                    return "database";
                }

                @Override
                public Health check() {
                    if (fails) {
                        throw new IllegalStateException("connection refused");
                    }
                    return Health.pass();
                }
            };
        }
    }
}
