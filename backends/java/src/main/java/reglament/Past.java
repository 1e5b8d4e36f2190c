package reglament;

import java.time.LocalDateTime;

/** A node that somebody did, with the due date that it had just before. */
public record Past(
        String step,
        Artifact.Kind kind,
        String actor,
        LocalDateTime from,
        LocalDateTime due,
        LocalDateTime at,
        boolean late) {}
