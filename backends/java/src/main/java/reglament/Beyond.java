package reglament;

/** A day that the calendar does not know. Caught where dates are asked for, so that no caller meets it. */
final class Beyond extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Beyond() {
        super("beyond the calendar", null, false, false);
    }
}
