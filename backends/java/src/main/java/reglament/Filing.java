package reglament;

import java.time.LocalDateTime;
import java.util.Map;

/** What opens a case. */
public record Filing(String regulation, String channel, LocalDateTime filed, Map<String, String> facts) {
    public Filing {
        facts = Map.copyOf(facts);
    }
}
