package reglament;

import java.time.LocalDateTime;

/**
 * A node under way; without a due date where nothing bounds it, without an actor where the act names nobody. Binding: the
 * act gives the limit; else the date is only assumed, or there is none.
 */
public record Active(
        String step, Artifact.Kind kind, String actor, LocalDateTime from, LocalDateTime due, boolean binding) {}
