package reglament;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * One limit of a step, and what it comes to; the earliest {@code until} of all counts. {@code skipped} are the days between
 * that are off, each with its name by language where the calendar has one.
 */
public record Reason(
        Artifact.Limit limit, LocalDateTime countedFrom, LocalDateTime until, Map<LocalDate, Map<String, String>> skipped) {
    /** The clauses that give the limit. */
    public List<String> clauses() {
        return limit.clauses();
    }
}
