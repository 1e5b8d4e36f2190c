package reglament;

/** What can follow what is under way. */
public record Next(String after, String step, Artifact.Kind kind, String actor) {}
