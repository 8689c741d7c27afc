package io.accounts4j.jobs.sql;

/** The name of the statement that failed, for logs. */
public final class StatementName {

    private static final String HERE = StatementName.class.getPackageName() + '.';

    private StatementName() {}

    /** Returns the innermost place of this package in the stack of {@code e}, as {@code NodeTable.renew}; {@code none} without one. */
    public static String of(Throwable e) {
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith(HERE)) {
                return frame.getClassName().substring(HERE.length()) + '.' + frame.getMethodName();
            }
        }
        return "none";
    }
}
