package planted.jobs.unmarked;

import io.accounts4j.architecture.Breaks;

@Breaks({"every package is null-marked", "every package of accounts-jobs is in that list"})
interface Careless {}
