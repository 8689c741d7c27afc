package planted.jobs.unmarked;

import io.accounts4j.architecture.Breaks;

@Breaks("every package is null-marked")
interface Careless {}
