package io.accounts4j.testkit.liars;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** The results of the tests of a contract, by test name. */
record ContractRun(List<String> succeeded, List<String> failed, List<String> skipped) {

    /** Runs every test that {@code adapter} inherits. */
    static ContractRun of(Class<?> adapter) {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(adapter))
                .execute()
                .testEvents();
        return new ContractRun(names(tests.succeeded()), names(tests.failed()), names(tests.skipped()));
    }

    private static List<String> names(Events events) {
        return events.stream().map(ContractRun::name).toList();
    }

    private static String name(Event event) {
        return event.getTestDescriptor().getDisplayName().replace("()", "");
    }
}
