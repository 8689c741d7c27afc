package io.accounts4j.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyedWorkersTest {

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final KeyedWorkers<Integer, String> workers = new KeyedWorkers<>(threads);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void keepsAStatusAsTheOriginalsUserWorkerDoes() throws Exception {
        KeyedWorker<String> worker = workers.start(1, "idle").orElseThrow();
        assertThat(get(worker.ask(Function.identity()))).isEqualTo("idle");
        worker.tell(status -> "busy");
        assertThat(get(worker.ask(Function.identity()))).isEqualTo("busy");
    }

    @Test
    void isFoundListedAndStoppedByKey() {
        KeyedWorker<String> worker = workers.start(1, "idle").orElseThrow();
        assertThat(workers.start(1, "other")).isEmpty();
        assertThat(workers.find(1)).containsSame(worker);
        assertThat(workers.keys()).containsExactly(1);
        assertThat(workers.stop(1)).isTrue();
        assertThat(workers.stop(1)).isFalse();
        assertThat(workers.find(1)).isEmpty();
        assertThat(workers.start(1, "again")).isPresent();
    }

    @Test
    void answersNobodyOnceStopped() {
        KeyedWorker<String> worker = workers.start(1, "idle").orElseThrow();
        assertThat(workers.stop(1)).isTrue();
        assertThatThrownBy(() -> get(worker.ask(Function.identity()))).hasCauseInstanceOf(WorkerEndedException.class);
    }

    @Test
    void handlesMessagesOneAfterAnotherInOrder() throws Exception {
        KeyedWorker<String> worker = workers.start(1, "").orElseThrow();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            String next = Integer.toString(i % 10);
            expected.append(next);
            worker.tell(text -> text + next);
        }
        assertThat(get(worker.ask(Function.identity()))).isEqualTo(expected.toString());
    }

    @Test
    void losesNoMessageOfManySenders() throws Exception {
        KeyedWorkers<String, Integer> counters = new KeyedWorkers<>(threads);
        KeyedWorker<Integer> counter = counters.start("sum", 0).orElseThrow();
        ExecutorService senders = Executors.newFixedThreadPool(8);
        for (int sender = 0; sender < 8; sender++) {
            senders.execute(() -> {
                for (int i = 0; i < 10_000; i++) {
                    counter.tell(sum -> sum + 1);
                }
            });
        }
        senders.shutdown();
        assertThat(senders.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(get(counter.ask(Function.identity()))).isEqualTo(80_000);
    }

    @Test
    void aCrashAmongAHundredThousandIsNotFelt() throws Exception {
        for (int key = 0; key < 100_000; key++) {
            assertThat(workers.start(key, "idle")).isPresent();
        }
        KeyedWorker<String> fragile = workers.find(50_000).orElseThrow();
        CompletableFuture<Object> answer = fragile.ask(status -> {
            throw new StackOverflowError();
        });
        assertThatThrownBy(() -> get(answer)).hasRootCauseInstanceOf(StackOverflowError.class);

        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int key : workers.keys()) {
            answers.add(workers.find(key).orElseThrow().ask(Function.identity()));
        }
        assertThat(answers).hasSize(99_999);
        for (CompletableFuture<String> each : answers) {
            assertThat(get(each)).isEqualTo("idle");
        }
        assertThat(workers.find(50_000)).isEmpty();
        assertThat(workers.crashes()).isOne();
    }

    private static <T> T get(CompletableFuture<T> answer) throws Exception {
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new ExecutionException(e.getCause());
        }
    }
}
