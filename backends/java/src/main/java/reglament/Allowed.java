package reglament;

/** An event that would be taken now, with the step or the extension that it is of, or {@code null}. */
public record Allowed(String event, String of) {}
