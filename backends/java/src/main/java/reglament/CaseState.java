package reglament;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** The state of a case as docs/artifact.md lays it out. */
public record CaseState(
        List<Active> active,
        boolean beyondCalendar,
        LocalDateTime counted,
        List<Past> done,
        LocalDateTime due,
        String endedBy,
        List<String> extensions,
        Map<String, String> facts,
        boolean inForce,
        Artifact.Outcome outcome,
        boolean projected,
        String status,
        LocalDateTime stoppedSince,
        String stuckAt) {}
