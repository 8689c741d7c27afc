package planted.jobs.node;

public interface Claimant {}
