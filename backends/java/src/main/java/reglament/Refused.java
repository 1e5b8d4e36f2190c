package reglament;

/** A filing or an event that is not allowed; nothing has changed. The reason is one of docs/artifact.md. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    Refused(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
