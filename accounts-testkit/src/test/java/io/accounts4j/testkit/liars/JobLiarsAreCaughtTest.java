package io.accounts4j.testkit.liars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.accounts4j.job.QueueControl;
import io.accounts4j.testkit.InMemoryQueueControl;
import io.accounts4j.testkit.contract.JobConsoleContract;
import io.accounts4j.testkit.contract.QueueControlContract;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each test of the contracts of consoles and controls is the only one that catches some lie, and honesty passes. */
class JobLiarsAreCaughtTest {

    static Stream<Arguments> views() {
        return Stream.of(
                arguments(LyingViews.CountingWhatIsLeft.class, "jobsAreCountedByQueueAndState"),
                arguments(LyingViews.CountingAllQueuesAsOne.class, "jobsAreCountedByQueueAndState"),
                arguments(LyingViews.PromisingMore.class, "theNewestJobsAreListedFirstAndPageByPage"),
                arguments(LyingViews.BackToTheStart.class, "theNewestJobsAreListedFirstAndPageByPage"),
                arguments(LyingViews.CountingFromTheNewest.class, "whatIsQueuedOrDeletedMeanwhileMovesNobody"),
                arguments(LyingViews.LosingItsPlace.class, "whatIsQueuedOrDeletedMeanwhileMovesNobody"),
                arguments(LyingViews.CuttingBeforeFiltering.class, "jobsAreListedByStateQueueAndKind"),
                arguments(LyingViews.IgnoringCase.class, "jobsAreListedByStateQueueAndKind"),
                arguments(LyingViews.MatchingTagsInPart.class, "jobsAreListedByTag"),
                arguments(LyingViews.CappingSilently.class, "aListHasOneToAThousandJobs"),
                arguments(LyingViews.DueAsAtFirst.class, "aJobShowsWhatItIsAndWhatBecameOfIt"),
                arguments(LyingViews.LatestErrorFirst.class, "errorsAreShownTheOldestFirst"),
                arguments(LyingViews.LatestErrorOnly.class, "errorsAreShownTheOldestFirst"));
    }

    static Stream<Arguments> consoles() {
        return Stream.of(
                arguments(LyingConsoles.CallingOffNobody.class, "whereThereIsNoSuchJobNothingHappens"),
                arguments(LyingConsoles.CallingOffTheDelayedOnly.class, "aWaitingJobIsCalledOffOrGivenUpOnce"),
                arguments(LyingConsoles.OverrulingTheEnd.class, "aWaitingJobIsCalledOffOrGivenUpOnce"),
                arguments(
                        LyingConsoles.CallingOffWhatIsDone.class,
                        "aCompletedJobIsNeitherCalledOffNorGivenUpButDeleted"),
                arguments(LyingConsoles.KeepingWhatIsDone.class, "aCompletedJobIsNeitherCalledOffNorGivenUpButDeleted"),
                arguments(LyingConsoles.GivingUpWhatRuns.class, "aRunningJobCanOnlyBeCalledOff"),
                arguments(LyingConsoles.DeletingWhatRuns.class, "aRunningJobCanOnlyBeCalledOff"),
                arguments(LyingConsoles.CallingOffInstead.class, "aJobIsDeletedOnce"));
    }

    static Stream<Arguments> retries() {
        return Stream.of(
                arguments(LyingRetries.CountingAttemptsAnew.class, "aDiscardedJobRunsOnceMoreWhenRetried"),
                arguments(LyingRetries.AlwaysAllowingMore.class, "aDelayedJobAndACancelledOneAreDueNowWhenRetried"),
                arguments(LyingRetries.DoneIsDone.class, "aDelayedJobAndACancelledOneAreDueNowWhenRetried"),
                arguments(LyingRetries.StillCallingOff.class, "whatWasCalledOffWhileItRanRunsWhenRetried"),
                arguments(LyingRetries.CheckThenAct.class, "ofRacersOneRetriesAJob"),
                arguments(LyingRetries.RetryingWhatRuns.class, "aRunningJobCanOnlyBeCalledOff"),
                arguments(LyingRetries.RetryingEveryKind.class, "discardedJobsAreRetriedTogether"),
                arguments(LyingRetries.RetryingEveryQueue.class, "discardedJobsAreRetriedTogether"),
                arguments(LyingRetries.RetryingWithoutLimit.class, "discardedJobsAreRetriedTogether"),
                arguments(LyingRetries.RetryingWhatWasCalledOff.class, "discardedJobsAreRetriedTogether"));
    }

    static Stream<Arguments> bulk() {
        return Stream.of(
                arguments(LyingBulk.GivingUpInstead.class, "eachOperationIsDoneToAllInAStateForIt"),
                arguments(LyingBulk.MissingTheDelayed.class, "eachOperationIsDoneToAllInAStateForIt"),
                arguments(LyingBulk.DeletingEveryAge.class, "jobsAreMeantByTheirAgeAndSubject"),
                arguments(LyingBulk.ListingEverySubject.class, "jobsAreMeantByTheirAgeAndSubject"),
                arguments(LyingBulk.ReschedulingToNow.class, "aWaitingJobIsRescheduled"),
                arguments(LyingBulk.DoingNothing.class, "whatCouldNotBeDoneIsRefused"));
    }

    static Stream<Arguments> controls() {
        String forAll = "whatIsSaidForAllTakesThePlaceOfWhatWasSaidForOneAndNothingElse";
        return Stream.of(
                arguments(LyingControls.TellingDefaults.class, "atFirstNothingIsSaid"),
                arguments(LyingControls.TakingThePauseBack.class, "aQueueIsPausedAndResumed"),
                arguments(LyingControls.SortingByNode.class, "oneNodeMayDifferFromTheOthers"),
                arguments(LyingControls.AllowingNoException.class, "oneNodeMayDifferFromTheOthers"),
                arguments(LyingControls.SweepingForAll.class, forAll),
                arguments(LyingControls.KeepingTheLimitOfOne.class, forAll),
                arguments(LyingControls.LeavingThePause.class, "aQueueIsScaledStoppedAndStarted"),
                arguments(LyingControls.ForgettingForAllOnly.class, "whatWasSaidIsForgotten"),
                arguments(LyingControls.ForgettingEverything.class, "whatWasSaidIsForgotten"),
                arguments(LyingControls.IgnoringCase.class, "namesThatDifferInCaseAreTwo"),
                arguments(LosingControl.class, "racersAreAllHeard"),
                arguments(LyingControls.RoundingLimits.class, "whatCouldNotBeIsRefused"),
                arguments(LyingControls.CuttingNames.class, "whatCouldNotBeIsRefused"));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource({"views", "consoles", "retries", "bulk", "controls"})
    void isCaughtByThisTestAlone(Class<?> liar, String test) {
        assertThat(ContractRun.of(liar).failed()).containsExactly(test);
    }

    @Test
    void everyTestCatchesALieAndHonestyPasses() {
        List<String> tests = new ArrayList<>(passed(HonestConsole.class));
        tests.addAll(passed(HonestControl.class));

        assertThat(Stream.of(views(), consoles(), retries(), bulk(), controls())
                        .flatMap(liars -> liars)
                        .map(liar -> (String) liar.get()[1])
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(tests);
    }

    private static List<String> passed(Class<?> honest) {
        ContractRun run = ContractRun.of(honest);
        assertThat(run.failed()).isEmpty();
        assertThat(run.skipped()).isEmpty();
        return run.succeeded();
    }

    /** A console that does what it promises. */
    static class HonestConsole implements JobConsoleContract {
        @Override
        public QueueAndConsole emptyQueueAndConsole() {
            return LyingConsole.with(honest -> honest);
        }
    }

    /** A control that does what it promises. */
    static class HonestControl implements QueueControlContract {
        @Override
        public QueueControl freshControl() {
            return new InMemoryQueueControl();
        }
    }
}
