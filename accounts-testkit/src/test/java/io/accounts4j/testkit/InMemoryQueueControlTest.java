package io.accounts4j.testkit;

import io.accounts4j.job.QueueControl;
import io.accounts4j.testkit.contract.QueueControlContract;

class InMemoryQueueControlTest implements QueueControlContract {

    @Override
    public QueueControl freshControl() {
        return new InMemoryQueueControl();
    }
}
