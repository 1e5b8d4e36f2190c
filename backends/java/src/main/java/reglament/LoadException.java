package reglament;

/** The bytes are not rules that can be trusted; {@link #problem()} says what is wrong with them first. */
public final class LoadException extends Exception {
    private static final long serialVersionUID = 1L;

    public enum Problem {
        /** More bytes than are read. */
        TOO_LARGE,
        /** No JSON, nested too deeply, or a field that is missing, unknown or of another type. */
        MALFORMED,
        /** It says that it is something else. */
        FORMAT,
        /** A version of the format that this loader does not know. */
        VERSION,
        /** What it holds is not what its hash was made of. */
        HASH,
        /** White space, another order of keys. */
        NOT_CANONICAL,
        /** Something refers to what is not there, or says what cannot be. */
        REFERENCE
    }

    private final Problem problem;

    LoadException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
