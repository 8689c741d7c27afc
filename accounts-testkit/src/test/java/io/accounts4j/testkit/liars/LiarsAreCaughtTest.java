package io.accounts4j.testkit.liars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.accounts4j.store.AccountStore;
import io.accounts4j.testkit.InMemoryStore;
import io.accounts4j.testkit.contract.EventStoreContract;
import io.accounts4j.testkit.contract.PasswordStoreContract;
import io.accounts4j.testkit.contract.SessionStoreContract;
import io.accounts4j.testkit.contract.TokenStoreContract;
import io.accounts4j.testkit.contract.TransactionsContract;
import io.accounts4j.testkit.contract.UserDirectoryContract;
import io.accounts4j.testkit.contract.UserRepositoryContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit itself: each lie is caught by a test of a contract, and honest parts pass. */
class LiarsAreCaughtTest {

    static Stream<Arguments> liars() {
        return Stream.of(
                arguments(LyingUsers.CheckThenAct.class, "ofManyRacersForOneAddressExactlyOneWins"),
                arguments(LyingUsers.RefoldingForever.class, "rowsOfTodayNeedNoRefolding"),
                arguments(LyingUsers.Forgetful.class, "aUserComesBackAsStoredDownToTheMicrosecond"),
                arguments(LyingUsers.CaseSensitive.class, "addressesThatDifferInCaseAreOne"),
                arguments(LyingUsers.SecondPrecision.class, "aUserComesBackAsStoredDownToTheMicrosecond"),
                arguments(LyingUsers.WithoutLock.class, "aLockedUserIsKeptFromOthersUntilTheEnd"),
                arguments(LyingUsers.WithoutLockOnAdministrators.class, "lockedAdministratorsAreKeptFromOthers"),
                arguments(LyingUsers.RefusingByException.class, "aRefusalLeavesTheTransactionUsable"),
                arguments(LyingUsers.LastWriteWins.class, "anotherPasswordThanExpectedStays"),
                arguments(LyingDirectory.SkippingTies.class, "readingForwardGivesTheWholeListInEverySort"),
                arguments(LyingDirectory.CountingFromTheStart.class, "usersAddedMeanwhileMoveNobody"),
                arguments(LyingDirectory.UnescapedSearch.class, "signsOfPatternsStandForThemselves"),
                arguments(
                        LyingDirectory.CountingThePage.class, "pagesCutTheListWithoutGapOrOverlapAlsoWhereAllAreEqual"),
                arguments(
                        LyingTransactions.AutoCommit.class,
                        "anExceptionRollsEverythingBackAndReachesTheCallerUnchanged"),
                arguments(LyingTransactions.NeverJoining.class, "aNestedTransactionJoinsTheOuterOne"),
                arguments(
                        LyingTransactions.CommittingFailedWork.class,
                        "anExceptionOutOfANestedTransactionDoomsTheOuterOne"),
                arguments(LyingTransactions.TellingTooEarly.class, "actionsRunInOrderAfterTheCommitAndNotBefore"),
                arguments(LyingTransactions.TellingTooEarly.class, "noActionRunsAfterARollback"),
                arguments(LyingTransactions.QueueElsewhere.class, "aJobIsRolledBackWithItsTransaction"),
                arguments(LyingTransactions.AccountsWithQueueElsewhere.class, "theDatabaseIsWell"),
                arguments(LyingTokens.ConsumingInTwoSteps.class, "ofManyRacersExactlyOneGetsTheToken"),
                arguments(LyingTokens.ALittleTooLong.class, "unknownExpiredAndUsedAreOneAnswer"),
                arguments(LyingTokens.ListingTheExpired.class, "aUsersLiveTokensAreListedTheNewestFirst"),
                arguments(LyingTransactions.QueueIgnoringKeys.class, "aUniqueJobIsStoredOnceWhileItIsUnfinished"),
                arguments(LyingTokens.PurgingWithoutLimit.class, "onlyTheExpiredArePurgedAndNoMoreThanAsked"),
                arguments(LyingTokens.ReadingTheSessionItShouldLock.class, "aLockedSessionIsKeptFromEnding"),
                arguments(LyingTokens.LockingExpiredSessions.class, "aSessionIsLockedByItsIdUntilItExpires"),
                arguments(
                        LyingUsers.WithoutLockOnOthers.class,
                        "othersAreLockedWithTheAdministratorsInTheOrderOfTheirIds"),
                arguments(LyingTokens.KeepingNoSession.class, "allSessionsOfAUserEndButTheOneKept"),
                arguments(
                        LyingTokens.ReadingByIdAlone.class,
                        "aTransactionThatBeganEarlierAndCommitsLaterIsNotPassedOver"),
                arguments(LyingOthers.FragileBus.class, "aSubscriberThatThrowsStopsNobody"),
                arguments(LyingOthers.TruncatingHasher.class, "everyCharacterOfAnAcceptedPasswordCounts"),
                arguments(LyingOthers.FailingHasher.class, "whatCannotBeHashedWholeIsRefusedAndMatchesNothing"),
                arguments(LyingOthers.FreelyRefusingHasher.class, "workOfACheckIsKnownBeforeIt"),
                arguments(LyingOthers.StutteringMailer.class, "aDeliveredMessageArrivesOnceAndWhole"),
                arguments(LyingOthers.FailingHealthCheck.class, "aBrokenPartIsAnAnswerAndNoException"));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("liars")
    void isCaught(Class<?> liar, String test) {
        assertThat(ContractRun.of(liar).failed()).contains(test);
    }

    @Test
    void anHonestStorePasses() {
        ContractRun tests = ContractRun.of(Honest.class);

        assertThat(tests.failed()).isEmpty();
        assertThat(tests.succeeded()).hasSizeGreaterThan(100);
        assertThat(tests.skipped()).isEmpty();
    }

    /** All contracts of one store. */
    static class Honest
            implements UserRepositoryContract,
                    PasswordStoreContract,
                    UserDirectoryContract,
                    TokenStoreContract,
                    SessionStoreContract,
                    EventStoreContract,
                    TransactionsContract {
        @Override
        public AccountStore emptyStore() {
            return new InMemoryStore();
        }
    }
}
