package reglament;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDateTime;
import java.util.Map;

/** What happens in a case. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @Type(value = Event.Done.class, name = "done"),
    @Type(value = Event.Decided.class, name = "decided"),
    @Type(value = Event.Arrived.class, name = "arrived"),
    @Type(value = Event.Learned.class, name = "learned"),
    @Type(value = Event.Extended.class, name = "extended"),
    @Type(value = Event.Withdrawn.class, name = "withdrawn")
})
public sealed interface Event {
    LocalDateTime at();

    /** A step under way is done. */
    record Done(String step, LocalDateTime at) implements Event {}

    /** A choice under way is made. */
    record Decided(String step, Map<String, String> facts, LocalDateTime at) implements Event {
        public Decided {
            facts = Map.copyOf(facts);
        }
    }

    /** What a wait under way waits for has come. */
    record Arrived(String step, LocalDateTime at) implements Event {}

    /** Facts become known. */
    record Learned(Map<String, String> facts, LocalDateTime at) implements Event {
        public Learned {
            facts = Map.copyOf(facts);
        }
    }

    /** The term is extended. */
    record Extended(String extension, LocalDateTime at) implements Event {}

    /** The applicant takes the application back. */
    record Withdrawn(LocalDateTime at) implements Event {}
}
