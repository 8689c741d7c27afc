package planted.jobs.node;

/** A type of a package below the root of the jobs. */
public interface Claimant {}
